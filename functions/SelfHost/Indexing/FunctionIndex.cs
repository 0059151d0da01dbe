using System.Reflection;
using CCHC.SelfHost.Blobs;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Http;
using CCHC.SelfHost.Queues;
using CCHC.SelfHost.Timers;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Indexing;

/// <summary>Finds the functions by reflection, as the official worker's indexer does, in the order of their names.</summary>
internal sealed class FunctionIndex
{
    private FunctionIndex(List<IndexedFunction> functions) => Functions = functions;

    public IReadOnlyList<IndexedFunction> Functions { get; }

    /// <summary>HTTP functions and timers without a memory run without any storage.</summary>
    public bool NeedsHostStorage =>
        Functions.Any(function => function.Trigger is BlobTrigger or QueueTrigger or TimerTrigger { UseMonitor: true });

    public IEnumerable<(IndexedFunction Function, T Trigger)> TriggeredBy<T>()
        where T : Trigger =>
        Functions.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    /// <summary>Checks everything that can be checked before the first trigger.</summary>
    /// <exception cref="InvalidOperationException">Tells everything that is wrong, one line per function.</exception>
    public static FunctionIndex Read(IEnumerable<Type> classes, Settings settings)
    {
        var problems = new List<string>();
        var functions = new SortedDictionary<string, IndexedFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, name) in Methods(classes))
        {
            if (settings.IsDisabled(name))
                continue;
            try
            {
                if (!functions.TryAdd(name, Read(method, name, settings)))
                    throw new SetupException("another function has the same name.");
            }
            catch (SetupException problem)
            {
                problems.Add($"{name} ({method.DeclaringType?.Name}.{method.Name}): {problem.Message}");
            }
        }
        var index = new FunctionIndex([.. functions.Values]);
        CheckHostStorage(index, settings, problems);
        if (problems.Count > 0)
            throw new InvalidOperationException($"The functions cannot start:\n- {string.Join("\n- ", problems)}");
        return index;
    }

    private static void CheckHostStorage(FunctionIndex index, Settings settings, List<string> problems)
    {
        if (!index.NeedsHostStorage)
            return;
        try
        {
            _ = settings.ConnectionString(connection: null);
        }
        catch (SetupException problem)
        {
            problems.Add($"The host: {problem.Message}");
        }
    }

    private static IEnumerable<(MethodInfo Method, string Name)> Methods(IEnumerable<Type> classes)
    {
        const BindingFlags All =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        return from type in classes
            from method in type.GetMethods(All)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select (method, function.Name);
    }

    private static IndexedFunction Read(MethodInfo method, string name, Settings settings)
    {
        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true } type)
            throw new SetupException("a function must be a public method of a public class.");
        if (!method.IsStatic && type.IsAbstract)
            throw new SetupException("its class is abstract.");
        var triggers = method.GetParameters().Select(parameter => ReadTrigger(parameter, settings)).OfType<Trigger>();
        if (triggers.ToList() is not [var trigger])
            throw new SetupException("a function has exactly one trigger.");
        CheckResult(method, trigger);
        return new(name, method, trigger, [.. method.GetParameters().Select(parameter => Binder(parameter, trigger))]);
    }

    private static Trigger? ReadTrigger(ParameterInfo parameter, Settings settings) =>
        parameter
            .GetCustomAttributes()
            .Select(attribute => ReadTrigger(attribute, settings))
            .FirstOrDefault(t => t is not null);

    private static Trigger? ReadTrigger(Attribute attribute, Settings settings) =>
        attribute switch
        {
            TimerTriggerAttribute timer => TimerTrigger.Read(timer, settings),
            BlobTriggerAttribute blob => BlobTrigger.Read(blob, settings),
            QueueTriggerAttribute queue => QueueTrigger.Read(queue, settings),
            HttpTriggerAttribute http => HttpTrigger.Read(http),
            _ => null,
        };

    private static Bind Binder(ParameterInfo parameter, Trigger trigger)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return (_, invocation) => new(invocation.Cancellation);
        return trigger.BinderFor(parameter)
            ?? throw new SetupException(
                $"the parameter {parameter.ParameterType.Name} {parameter.Name} cannot be filled from this trigger."
            );
    }

    private static void CheckResult(MethodInfo method, Trigger trigger)
    {
        var returned = method.ReturnType;
        var result =
            returned == typeof(Task) ? typeof(void)
            : returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>)
                ? returned.GetGenericArguments()[0]
            : returned;
        if (!trigger.Allows(result))
            throw new SetupException($"its result {result.Name} has no meaning for this trigger.");
    }
}
