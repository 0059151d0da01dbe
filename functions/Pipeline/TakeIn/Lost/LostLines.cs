using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>
/// Lines that checklists brought and that are gone, or can't be read: their receipts say that they were kept, and they
/// still lie there.
/// </summary>
public sealed class LostLines(
    ChecklistFiles files,
    ChecklistReceipts receipts,
    TakeInChecklist takeIn,
    ChecklistTable table
)
{
    private const string Cure = "phiếu kiểm tra vẫn còn: cchc rebuild lập lại dòng này";

    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation)
    {
        var kept = new List<ChecklistLine>();
        foreach (var checklist in await files.ListAsync(cancellation))
        {
            var receipt = await receipts.FindAsync(checklist.File, cancellation);
            if (
                receipt is { Outcome: Outcome.Accepted or Outcome.Partly or Outcome.Duplicate }
                && receipt.ETag == checklist.ETag
            )
                kept.AddRange(await takeIn.ReadAsync(checklist.File, cancellation));
        }
        var lost = new List<LostRow>();
        foreach (var period in kept.GroupBy(line => line.Period).OrderBy(of => of.Key, StringComparer.Ordinal))
        {
            var stored = await table.ReadAsync(period.Key, cancellation);
            var sound = stored.Rows.Select(line => (line.Unit, line.Criterion)).ToHashSet();
            foreach (var line in ChecklistTable.Standing(period))
            {
                if (!sound.Contains((line.Unit, line.Criterion)))
                    lost.Add(LostOf(line, stored.Damages));
            }
        }
        return lost;
    }

    private LostRow LostOf(ChecklistLine line, IReadOnlyList<Damage> unreadable)
    {
        var key = Keys.ChecklistRow(line.Unit, line.Criterion);
        var place = StoredRow.PlaceOf(StoredNames.ChecklistsTable, line.Period, key);
        var damage = unreadable.FirstOrDefault(damage => damage.Place == place);
        return new(damage ?? LostRow.DamageAt(place, Cure), "", then => table.SaveAsync([line], then))
        {
            Then =
                line.Answer.Address.Length == 0
                    ? null
                    : ChecklistTable.Unchecked(line.Period, line.Unit, line.Criterion),
        };
    }
}
