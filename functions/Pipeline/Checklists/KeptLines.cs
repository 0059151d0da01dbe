using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>A line that a checklist brought, and that is gone or can't be read in the table.</summary>
/// <param name="Line">As the checklist that still lies there says it.</param>
/// <param name="Unreadable">What is wrong with its row; null where there is none.</param>
public sealed record LostLine(ChecklistLine Line, Damage? Unreadable)
{
    public string Place =>
        StoredRow.PlaceOf(StoredNames.ChecklistsTable, Line.Period, Keys.ChecklistRow(Line.Unit, Line.Criterion));

    /// <summary>Put back, it waits for its page to be asked again; null for a line without one.</summary>
    public Damage? Then =>
        Line.Answer.Address.Length == 0 ? null : ChecklistTable.Unchecked(Line.Period, Line.Unit, Line.Criterion);
}

/// <summary>
/// The lines that checklists brought, held against the table: their receipts say that they were kept, and they still lie
/// there. Nobody judges by a line that was lost (design.md §4, law 2b).
/// </summary>
public sealed class KeptLines(
    ChecklistFiles files,
    ChecklistReceipts receipts,
    TakeInChecklist takeIn,
    ChecklistTable table,
    DamageMarks marks
)
{
    /// <summary>Of all periods, or of one.</summary>
    public async Task<IReadOnlyList<LostLine>> FindLostAsync(string? only, CancellationToken cancellation)
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
        var lost = new List<LostLine>();
        foreach (
            var period in kept.Where(line => only is null || line.Period == only)
                .GroupBy(line => line.Period)
                .OrderBy(of => of.Key, StringComparer.Ordinal)
        )
        {
            var stored = await table.ReadAsync(period.Key, cancellation);
            var sound = stored.Rows.Select(line => (line.Unit, line.Criterion)).ToHashSet();
            foreach (var line in ChecklistTable.Standing(period))
            {
                if (!sound.Contains((line.Unit, line.Criterion)))
                    lost.Add(Of(line, stored.Damages));
            }
        }
        return lost;
    }

    /// <summary>Puts the period's lost lines back before somebody judges by what is left.</summary>
    public async Task PutBackAsync(string period, CancellationToken cancellation)
    {
        foreach (var lost in await FindLostAsync(period, cancellation))
        {
            await table.SaveAsync([lost.Line], cancellation);
            if (lost.Then is { } waits)
                await marks.SetAsync(waits, cancellation);
        }
    }

    private static LostLine Of(ChecklistLine line, IReadOnlyList<Damage> unreadable)
    {
        var lost = new LostLine(line, null);
        return lost with { Unreadable = unreadable.FirstOrDefault(damage => damage.Place == lost.Place) };
    }
}
