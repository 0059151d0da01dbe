using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Scoring;

/// <summary>Which dossiers leave the hot ledger for a cold segment, once a month (docs/adr/0004).</summary>
public static class Archiving
{
    /// <summary>Months that stay hot before the month of the as-of date.</summary>
    private const int MonthsKept = 2;

    /// <summary>
    /// Writes what may rest into new segments and lets the ledger name them. None of it exists before that is saved.
    /// </summary>
    /// <returns>What lay there before the saving, of which some may go after it.</returns>
    public static async Task<IReadOnlyList<ListedSegment>> ArchiveAsync(
        UnitLedger ledger,
        ColdStore cold,
        CancellationToken cancellation
    )
    {
        if (!IsDue(ledger))
            return [];
        foreach (var segment in Leaving(ledger))
        {
            var leaving = segment.ToList();
            var (sha16, resting) = await cold.AddAsync(ledger, segment.Key, leaving, cancellation);
            Settle(ledger, segment.Key, sha16, leaving, resting);
        }
        Done(ledger);
        return ledger.Cold.Count == 0 ? [] : await cold.ListAsync(ledger.Unit, cancellation);
    }

    public static bool IsDue(UnitLedger ledger) => ledger.AsOf is { } asOf && MonthOf(asOf) > ledger.ArchivedMonth;

    /// <summary>
    /// Dossiers that no later as-of date can move: closed or not counted, with every day and every upload of theirs
    /// before the months that stay hot.
    /// </summary>
    public static ILookup<string, Dossier> Leaving(UnitLedger ledger)
    {
        var kept = ledger.AsOf!.Value.AddMonths(-MonthsKept);
        var cutoff = new DateOnly(kept.Year, kept.Month, 1);
        return ledger
            .Hot.Values.Where(dossier => Rests(dossier, cutoff))
            .ToLookup(dossier => Segments.Of(dossier.Code), StringComparer.Ordinal);
    }

    /// <summary>Archived dossiers that new entries speak of: their codes by segment.</summary>
    public static IEnumerable<IGrouping<string, string>> Asked(
        UnitLedger ledger,
        IReadOnlyList<JournalEntry> entries
    ) =>
        ledger.Cold.Count == 0
            ? []
            : entries
                .Where(entry => !ledger.Uploads.ContainsKey(entry.Stamp))
                .SelectMany(entry => entry.Rows)
                .Select(row => row.Code)
                .Where(code => !ledger.Hot.ContainsKey(code))
                .Distinct(StringComparer.Ordinal)
                .GroupBy(Segments.Of, StringComparer.Ordinal)
                .Where(segment => ledger.Cold.ContainsKey(segment.Key))
                .ToList();

    /// <summary>Brings the dossiers with these codes back among the hot ones.</summary>
    public static void Wake(UnitLedger ledger, IGrouping<string, string> asked, IReadOnlyCollection<Dossier> resting)
    {
        var codes = asked.ToHashSet(StringComparer.Ordinal);
        foreach (var dossier in resting.Where(dossier => codes.Contains(dossier.Code)))
            ledger.Hot.Add(dossier.Code, dossier);
        Settle(ledger, asked.Key, ledger.Cold[asked.Key].Sha16, resting);
    }

    /// <summary>Takes note that they rest in their segment now.</summary>
    public static void Settle(
        UnitLedger ledger,
        string segment,
        string sha16,
        IEnumerable<Dossier> leaving,
        IReadOnlyCollection<Dossier> resting
    )
    {
        foreach (var dossier in leaving)
            ledger.Hot.Remove(dossier.Code);
        Settle(ledger, segment, sha16, resting);
    }

    /// <summary>Notes what a segment holds besides the dossiers that are hot again.</summary>
    private static void Settle(UnitLedger ledger, string segment, string sha16, IReadOnlyCollection<Dossier> resting)
    {
        var asleep = resting
            .Where(dossier => !ledger.Hot.ContainsKey(dossier.Code) && StatusAgainstDates.IsCounted(dossier))
            .Select(dossier => dossier.Received.Value);
        ledger.Cold[segment] = new ColdSegment(sha16, resting.Count, asleep.DefaultIfEmpty(DateOnly.MaxValue).Min());
    }

    public static void Done(UnitLedger ledger) => ledger.ArchivedMonth = MonthOf(ledger.AsOf!.Value);

    private static bool Rests(Dossier dossier, DateOnly cutoff)
    {
        if (dossier.LastStamp.AsOf >= cutoff)
            return false;
        var standing = Standing.Of(dossier);
        var isSettled = standing.Finished is not null || !standing.IsCounted;
        // R needs no look: F is never before it, and what is not counted adds to no period.
        return isSettled && !(standing.Finished >= cutoff) && !(standing.Returned >= cutoff);
    }

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;
}
