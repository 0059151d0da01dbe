using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using CCHC.SelfHost.Timers;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost;

/// <summary>Runs timer functions, each never twice at once: on schedule, or by hand.</summary>
public sealed class TimerRunner
{
    private readonly Dictionary<string, (IndexedFunction Function, SemaphoreSlim Gate)> _timers;
    private readonly FunctionInvoker _invoker;

    internal TimerRunner(FunctionIndex index, FunctionInvoker invoker)
    {
        _invoker = invoker;
        _timers = index
            .TriggeredBy<TimerTrigger>()
            .ToDictionary(
                timer => timer.Function.Name,
                timer => (timer.Function, new SemaphoreSlim(1)),
                StringComparer.OrdinalIgnoreCase
            );
    }

    public IReadOnlyCollection<string> Names => _timers.Keys;

    /// <summary>
    /// Runs the function at once, after a run under way; the host need not be started and the schedule doesn't move.
    /// What the function throws, this throws.
    /// </summary>
    public Task RunNowAsync(string name, CancellationToken cancellation = default) =>
        _timers.TryGetValue(name, out var timer)
            ? RunAsync(timer.Function, new TimerInfo(), cancellation)
            : throw new ArgumentException(
                $"There is no timer function {name}. There are: {string.Join(", ", Names)}.",
                nameof(name)
            );

    internal async Task RunAsync(IndexedFunction function, TimerInfo info, CancellationToken cancellation)
    {
        var gate = _timers[function.Name].Gate;
        await gate.WaitAsync(cancellation);
        try
        {
            await _invoker.InvokeAsync(function, info, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }
}
