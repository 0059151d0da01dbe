using System.Collections.Concurrent;
using System.Text.Json;
using Azure;

namespace CCHC.Pipeline.Storage;

/// <summary>Some of several pieces of work failed; each of the others was done.</summary>
public sealed class PartlyDoneException : Exception
{
    public PartlyDoneException(IReadOnlyList<Exception> failures)
        : this(Single(failures), failures[0]) { }

    private PartlyDoneException(List<Exception> failures, Exception first)
        : base(
            $"{failures.Count} could not be done, the others were: {string.Join("; ", failures.Select(failure => failure.Message))}",
            first
        ) => Failures = failures;

    /// <summary>Each once, however many turns were within turns.</summary>
    public IReadOnlyList<Exception> Failures { get; }

    private static List<Exception> Single(IEnumerable<Exception> failures) =>
        [
            .. failures
                .SelectMany(failure => failure is PartlyDoneException partly ? partly.Failures : [failure])
                .DistinctBy(failure => failure.Message, StringComparer.Ordinal),
        ];
}

/// <summary>Work for each of several, of whom none that fails holds up the others (design.md §4, law 10).</summary>
public static class InTurn
{
    /// <summary>One after another.</summary>
    /// <exception cref="PartlyDoneException">Some failed; each has had its turn.</exception>
    public static async Task ForEachAsync<T>(IEnumerable<T> all, Func<T, Task> work) =>
        Throw(await TryEachAsync(all, work));

    /// <summary>What failed, after each has had its turn; <see cref="Throw"/> says so.</summary>
    /// <remarks>A storage that doesn't answer would fail all of them, each after a minute of tries: that ends it at once.</remarks>
    public static async Task<IReadOnlyList<Exception>> TryEachAsync<T>(IEnumerable<T> all, Func<T, Task> work)
    {
        var failures = new List<Exception>();
        foreach (var one in all)
        {
            try
            {
                await work(one);
            }
            catch (Exception failure) when (!EndsAll(failure))
            {
                failures.Add(failure);
            }
        }
        return failures;
    }

    /// <summary>The same, so many at once; each failure beside the one it is of.</summary>
    public static async Task<IReadOnlyList<(T One, Exception Failure)>> TryEachAsync<T>(
        IEnumerable<T> all,
        int atOnce,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancellation
    )
    {
        var failures = new ConcurrentQueue<(T, Exception)>();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (one, token) =>
            {
                try
                {
                    await work(one, token);
                }
                catch (Exception failure) when (!EndsAll(failure))
                {
                    failures.Enqueue((one, failure));
                }
            }
        );
        return [.. failures];
    }

    public static void Throw(IReadOnlyList<Exception> failures)
    {
        if (failures.Count > 0)
            throw new PartlyDoneException(failures);
    }

    /// <summary>
    /// Whether a failure is one's own. What storage refuses, and what lies damaged in it, concerns others as well: that
    /// one goes on waiting, and is not given up.
    /// </summary>
    public static bool IsOfOneItself(Exception failure) =>
        failure
            is not (
                RequestFailedException
                or ContendedException
                or DamagedException
                or PartlyDoneException
                or IOException
                or InvalidDataException
                or JsonException
                or TimeoutException
            );

    // The storage clients throw AggregateException once all their tries have failed.
    private static bool EndsAll(Exception failure) =>
        failure
            is OperationCanceledException
                or AggregateException
                or RequestFailedException { Status: 0 or 429 or >= 500 };
}
