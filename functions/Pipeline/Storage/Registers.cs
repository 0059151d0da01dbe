using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Storage;

/// <summary>What staff keep and every stage reads: units, targets, days off, source profiles, offices.</summary>
public sealed record RegisterContent(
    UnitRegister Units,
    IReadOnlyList<Target> Targets,
    WorkingCalendar Calendar,
    IReadOnlyList<StoredText> Profiles
)
{
    public IReadOnlyList<Office> Offices { get; init; } = [];
}

/// <summary>The registers as stored, read at most every few minutes: an import is seen soon, an upload costs no reading.</summary>
public sealed class Registers(RegisterStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim oneReader = new(1, 1);
    private RegisterContent? content;
    private DateTimeOffset readAt;

    public async Task<RegisterContent> GetAsync(CancellationToken cancellation)
    {
        if (content is { } fresh && time.GetUtcNow() - readAt < Freshness)
            return fresh;
        await oneReader.WaitAsync(cancellation);
        try
        {
            if (content is null || time.GetUtcNow() - readAt >= Freshness)
                (content, readAt) = (await store.ReadAsync(cancellation), time.GetUtcNow());
            return content;
        }
        finally
        {
            oneReader.Release();
        }
    }

    /// <summary>Makes the next reader see what was just imported.</summary>
    public void Forget() => content = null;

    public void Dispose() => oneReader.Dispose();
}
