using CCHC.Pipeline.Checklists;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>Lines that checklists brought and that are gone, or can't be read.</summary>
public sealed class LostLines(KeptLines kept, ChecklistTable table)
{
    private const string Cure = "phiếu kiểm tra vẫn còn: cchc rebuild lập lại dòng này";

    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation) =>
        [.. (await kept.FindLostAsync(null, cancellation)).Select(RowOf)];

    private LostRow RowOf(LostLine lost) =>
        new(lost.Unreadable ?? LostRow.DamageAt(lost.Place, Cure), "", then => table.SaveAsync([lost.Line], then))
        {
            Then = lost.Then,
        };
}
