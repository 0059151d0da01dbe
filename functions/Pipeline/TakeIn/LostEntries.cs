using Azure.Data.Tables;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Uploads that table Exports tells of and the journal doesn't: where an entry is lost together with the ledger that
/// names it, nothing else remembers it (design.md §4, law 2b).
/// </summary>
public sealed class LostEntries(Store store, JournalStore journal)
{
    private static readonly Outcome[] Counted = [Outcome.Accepted, Outcome.Partly, Outcome.Duplicate];
    private static readonly string[] Columns = ["PartitionKey", "RowKey", "Outcome", "File"];

    /// <summary>
    /// Looks for a unit's: a row is written once its entry is there. What was withdrawn isn't asked for: its row may
    /// speak of a twin, or of a file that never came into the journal.
    /// </summary>
    /// <exception cref="DamagedJournalException">One is lost; health names it.</exception>
    public async Task CheckAsync(string unit, CancellationToken cancellation)
    {
        // The rows before the journal: what is taken in meanwhile has its journal first.
        var told = await ToldAsync(unit, cancellation);
        if (told.Count == 0)
            return;
        var places = (await journal.PlacesAsync(unit, cancellation)).Select(place => place.Stamp).ToHashSet();
        foreach (var stamp in told.Where(stamp => !places.Contains(stamp)))
            throw await journal.LostAsync(new(unit, stamp, 1, IsWithdrawn: false), cancellation);
    }

    private async Task<IReadOnlyList<Stamp>> ToldAsync(string unit, CancellationToken cancellation)
    {
        var words = Counted.Select(outcome => $"Outcome eq '{ExportsTable.WordOf(outcome)}'");
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {unit}")} and ({string.Join(" or ", words)})";
        var told = new List<Stamp>();
        var table = store.Table(StoredNames.ExportsTable);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, null, Columns, cancellation))
        {
            try
            {
                var row = new StoredRow(table.Name, entity);
                told.Add(UploadFiles.Read(row).Stamp);
            }
            catch (UnreadableException)
            {
                // A row of a name that no upload has tells of none.
            }
        }
        return told;
    }
}
