using Azure;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derived data that no journal speaks for.</summary>
/// <param name="Rows">Of the KPI tables: of units without a journal, or such as no ledger publishes.</param>
/// <param name="Blobs">Of container ledger: in no unit's folder, or in that of a unit without a journal.</param>
public sealed record Strays(IReadOnlyList<ScannedRow> Rows, IReadOnlyList<ListedSegment> Blobs)
{
    public IEnumerable<string> Places =>
        Rows.Select(row => row.Place).Concat(Blobs.Select(blob => $"{StoredNames.Ledger}/{blob.Name}"));
}

/// <summary>
/// Finds and removes what shouldn't be there: figures and ledgers are a pure function of the journal (design.md §4,
/// law 2), so where it says nothing, there are none.
/// </summary>
public sealed class StrayData(Store store, JournalStore journal, LedgerStore ledgers, KpiScan scan)
{
    /// <summary>Units that have a journal, and those whose ledger names uploads of one that is lost.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancellation)
    {
        // The ledgers before the journals: what is taken in meanwhile has its journal first.
        var (folders, _) = await ledgers.Cold.UnitsAsync(cancellation);
        var units = new SortedSet<string>(await journal.UnitsAsync(code: null, cancellation), StringComparer.Ordinal);
        foreach (var unit in folders.Where(unit => !units.Contains(unit) && Keys.IsKey(unit)))
        {
            if ((await ledgers.LoadAsync(unit, cancellation)).Ledger.Uploads.Count > 0)
                units.Add(unit);
        }
        return [.. units];
    }

    /// <summary>Looks through what was listed.</summary>
    /// <param name="units">As <see cref="UnitsAsync"/> says, listed before the rows.</param>
    /// <param name="rows">Of both tables.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Strays> FindAsync(
        IReadOnlyList<string> units,
        IReadOnlyList<ScannedRow> rows,
        CancellationToken cancellation
    )
    {
        var known = units.ToHashSet(StringComparer.Ordinal);
        var (folders, loose) = await ledgers.Cold.UnitsAsync(cancellation);
        var blobs = new List<ListedSegment>();
        foreach (var unit in folders.Where(unit => !known.Contains(unit)))
            blobs.AddRange(await ledgers.Cold.ListAllAsync(Paths.LedgerOf(unit), cancellation));
        foreach (var name in loose)
            blobs.AddRange((await ledgers.Cold.ListAllAsync(name, cancellation)).Where(blob => blob.Name == name));
        // A unit may have sent its first upload since the journal was listed: after all of these, it is asked once more.
        foreach (var unit in rows.Select(row => row.Unit).Concat(folders).Distinct().Except(known).ToList())
        {
            if (await SpeaksAsync(unit, cancellation))
                known.Add(unit);
        }
        return new(
            [.. rows.Where(row => row.Key is null || !known.Contains(row.Unit))],
            [
                .. blobs.Where(blob =>
                    !blob.Name.Contains('/', StringComparison.Ordinal) || !known.Contains(UnitOf(blob))
                ),
            ]
        );
    }

    /// <summary>Removes them, each as it was before the journal was asked once more: what a take-in writes since stays.</summary>
    /// <returns>What was removed, and what kept the rest from it.</returns>
    public async Task<(Strays Removed, IReadOnlyList<UnitTrouble> Troubles)> RemoveAsync(
        Strays strays,
        CancellationToken cancellation
    )
    {
        var removed = new List<ScannedRow>();
        foreach (var row in strays.Rows)
        {
            if (await TryRemoveAsync(row, cancellation))
                removed.Add(row);
        }
        var failures = await InTurn.TryEachAsync(
            strays.Blobs,
            atOnce: 1,
            async (blob, token) => await ledgers.Cold.RemoveAsync(blob, token),
            cancellation
        );
        return (
            new(removed, [.. strays.Blobs.Except(failures.Select(failed => failed.One))]),
            [.. failures.Select(failed => UnitTrouble.Of(UnitOf(failed.One), failed.Failure))]
        );
    }

    private async Task<bool> TryRemoveAsync(ScannedRow row, CancellationToken cancellation)
    {
        if (await scan.FindAsync(row, cancellation) is not { } found)
            return false;
        if (row.Key is not null && await SpeaksAsync(row.Unit, cancellation))
            return false;
        try
        {
            await store.Table(row.Table).DeleteEntityAsync(row.Partition, row.Row, found.ETag, cancellation);
            return true;
        }
        catch (RequestFailedException written) when (written.IsMoved() || written.IsMissing())
        {
            return false;
        }
    }

    private static string UnitOf(ListedSegment blob) => blob.Name.Split('/')[0];

    private async Task<bool> SpeaksAsync(string unit, CancellationToken cancellation) =>
        Keys.IsKey(unit) && (await journal.PlacesAsync(unit, cancellation)).Count > 0;
}
