using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>Counts any span of days over a ledger, dossier by dossier: for periods without rows of their own.</summary>
public static class PlainCount
{
    /// <summary>Tallies of the unit, its fields and its procedures.</summary>
    /// <param name="ledger">With its archived dossiers loaded, unless the period is later than its as-of.</param>
    /// <param name="period">Any span.</param>
    /// <returns>Tallies that are not empty, by row suffix.</returns>
    public static SortedDictionary<string, Tally> Of(UnitLedger ledger, Period period)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        if (ledger.AsOf is not { } asOf)
            return tallies;
        Span<Count> counts = stackalloc Count[Counting.Most];
        foreach (var dossier in ledger.Hot.Values)
        {
            var standing = Standing.Of(dossier);
            if (!standing.IsCounted)
                continue;
            var filled = counts[
                ..Counting.Of(standing, period.From, period.To, asOf < period.To ? asOf : period.To, counts)
            ];
            if (filled.IsEmpty)
                continue;
            Add(tallies, ledger.Names.Unit, filled);
            Add(tallies, standing.Field ?? ledger.Names.NoField, filled);
            Add(tallies, standing.Procedure ?? ledger.Names.NoProcedure, filled);
        }
        return tallies;
    }

    private static void Add(SortedDictionary<string, Tally> tallies, Row row, ReadOnlySpan<Count> counts)
    {
        if (!tallies.TryGetValue(row.Suffix, out var tally))
            tallies[row.Suffix] = tally = new Tally();
        foreach (var count in counts)
            tally.Add(count, 1);
    }
}
