using System.Collections.Concurrent;
using System.Diagnostics;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>Reads mutated files on all processors and judges every reading.</summary>
internal sealed class FuzzRun(int seed, int files, TimeSpan patience)
{
    private readonly ConcurrentDictionary<int, long> underWay = new();
    private readonly ConcurrentDictionary<Outcome, int> outcomes = new();
    private readonly Lock slowestLock = new();
    private int next;
    private int done;

    /// <summary>What went wrong, by case number; a list that grows long is cut.</summary>
    public ConcurrentDictionary<int, string> Failures { get; } = new();
    public IReadOnlyDictionary<Outcome, int> Outcomes => outcomes;
    public (int Number, TimeSpan Time) Slowest { get; private set; }
    public int Done => done;
    public TimeSpan Took { get; private set; }

    public void Run(Action<FuzzRun>? progress = null)
    {
        var start = Stopwatch.GetTimestamp();
        var workers = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => new Thread(Work) { IsBackground = true });
        var running = workers.ToList();
        running.ForEach(worker => worker.Start());
        while (running.Exists(worker => !worker.Join(100)) && !HasHung())
            progress?.Invoke(this);
        Took = Stopwatch.GetElapsedTime(start);
    }

    private void Work()
    {
        while (Interlocked.Increment(ref next) - 1 is var number && number < files && Failures.Count < 50)
        {
            underWay[number] = Stopwatch.GetTimestamp();
            Try(FuzzCase.Of(seed, number));
            underWay.TryRemove(number, out _);
            Interlocked.Increment(ref done);
        }
    }

    private void Try(FuzzCase one)
    {
        var start = ThreadTime.Start();
        try
        {
            var reading = SampleDesk.Read(one.Content, one.File);
            var time = start.Elapsed;
            outcomes.AddOrUpdate(reading.Outcome, 1, (_, count) => count + 1);
            var broken = string.Join("; ", Judgement.Of(reading));
            if (time > patience)
                broken += $"; took {time}";
            if (broken.Length > 0)
                Failures[one.Number] = broken;
            lock (slowestLock)
                Slowest = time > Slowest.Time ? (one.Number, time) : Slowest;
        }
        // Whatever is thrown is what this looks for.
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            Failures[one.Number] = thrown.ToString();
        }
    }

    /// <summary>A file that takes many times what it may is a hang: the run ends and its thread is left behind.</summary>
    private bool HasHung()
    {
        foreach (var (number, since) in underWay)
        {
            if (Stopwatch.GetElapsedTime(since) < 10 * patience)
                continue;
            Failures[number] = "hangs";
            return true;
        }
        return false;
    }
}
