using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Notes which rows staff's lists have in a store of an earlier program, which didn't.</summary>
public sealed partial class AdoptLists(
    UnitTable units,
    TargetTable targets,
    OfficeStore offices,
    JournalStore journal,
    ILogger<AdoptLists> log
)
{
    public async Task AdoptAsync(CancellationToken cancellation)
    {
        if (await units.AdoptAsync(then => journal.UnitsAsync(code: null, then), cancellation))
            LogAdopted(StoredNames.UnitsTable);
        if (await targets.AdoptAsync(cancellation))
            LogAdopted(StoredNames.TargetsTable);
        if (await offices.AdoptAsync(cancellation))
            LogAdopted(StoredNames.OfficesTable);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Noted the rows that list {Table} of an earlier version has: one that is gone later is named"
    )]
    private partial void LogAdopted(string table);
}
