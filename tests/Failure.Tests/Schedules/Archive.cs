using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>Watches which dossiers come to rest, and which are woken by a late upload.</summary>
internal sealed class Archive(Tally tally)
{
    private readonly Dictionary<string, (HashSet<string> Hot, HashSet<string> Resting)> units = new(
        StringComparer.Ordinal
    );

    /// <summary>A write that was applied.</summary>
    public void See(Arrival written)
    {
        if (written.Method != HttpMethod.Put || !written.Path.StartsWith("ledger/", StringComparison.Ordinal))
            return;
        if (written.Path.Contains("/cold/", StringComparison.Ordinal))
            tally.Archived++;
        if (!written.Path.EndsWith("/hot", StringComparison.Ordinal))
            return;
        var ledger = LedgerCodec.Read(written.Body, PeriodScheme.Statutory)!;
        var (hot, resting) = units.GetValueOrDefault(ledger.Unit, ([], []));
        var now = ledger.Hot.Keys.ToHashSet(StringComparer.Ordinal);
        tally.Woken += resting.Count(now.Contains);
        resting.RemoveWhere(now.Contains);
        if (ledger.Cold.Count > 0)
            resting.UnionWith(hot.Where(code => !now.Contains(code)));
        units[ledger.Unit] = (now, resting);
    }
}
