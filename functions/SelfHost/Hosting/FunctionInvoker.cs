using CCHC.SelfHost.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.SelfHost.Hosting;

/// <summary>Runs one invocation: its own scope, its own instance of the function's class, all disposed after it.</summary>
internal sealed class FunctionInvoker(IServiceProvider root, HostActivity activity, TimeProvider time)
{
    /// <summary>For triggers other than HTTP; counts as activity of the host.</summary>
    public async Task InvokeAsync(IndexedFunction function, object cause, CancellationToken cancellation)
    {
        using var _ = activity.Begin();
        await using var scope = root.CreateAsyncScope();
        await InvokeAsync(function, cause, scope.ServiceProvider, _ => Task.CompletedTask, cancellation);
    }

    /// <summary>For HTTP, which brings its own scope.</summary>
    /// <param name="finish">Sees the result while the function's instance still lives.</param>
    public async Task InvokeAsync(
        IndexedFunction function,
        object cause,
        IServiceProvider scope,
        Func<object?, Task> finish,
        CancellationToken cancellation
    )
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var invocation = new Invocation(scope, cancellation);
        var arguments = new object?[function.Parameters.Count];
        object? instance = null;
        using var span = Invocations.Begin(function, id);
        try
        {
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = await function.Parameters[i](cause, invocation);
            if (!function.Method.IsStatic)
                instance = ActivatorUtilities.CreateInstance(scope, function.Method.DeclaringType!);
            var returned = function.Method.Invoke(instance, DoNotWrap, binder: null, arguments, culture: null);
            await finish(await ResultAsync(returned));
        }
        catch (Exception problem) when (Invocations.Failed(span, problem))
        {
            throw;
        }
        finally
        {
            foreach (var stream in arguments.OfType<Stream>())
                await stream.DisposeAsync();
            if (instance is IAsyncDisposable slow)
                await slow.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }

    private const System.Reflection.BindingFlags DoNotWrap = System.Reflection.BindingFlags.DoNotWrapExceptions;

    private static async Task<object?> ResultAsync(object? returned)
    {
        if (returned is not Task task)
            return returned;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
