using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>Joins journal entries into a ledger and keeps its running counts: the pure middle of a take-in.</summary>
public sealed class LedgerUpdate(UnitLedger ledger)
{
    private readonly Scoreboard scoreboard = new(ledger);
    private readonly HashSet<Row> renamed = [];

    /// <summary>A ledger derived from nothing but a journal, and what each upload did to those before it.</summary>
    public static (UnitLedger Ledger, IReadOnlyList<UploadEffect> Effects) Derive(
        string unit,
        PeriodScheme scheme,
        UnitJournal journal
    )
    {
        var ledger = new UnitLedger(unit, scheme);
        ledger.Withdrawn.UnionWith(journal.Withdrawn);
        var pass = new LedgerUpdate(ledger).Join(journal.Entries, now: 0);
        ledger.Unpublished.Clear();
        return (ledger, pass?.Effects ?? []);
    }

    /// <summary>
    /// Joins the entries that the ledger doesn't hold yet, but for withdrawn ones, and notes in it which rows are to
    /// be published. Null when it holds them all.
    /// </summary>
    /// <param name="entries">In any order: they are joined by stamp, so that their effects don't depend on it.</param>
    /// <param name="now">UTC ticks.</param>
    public Pass? Join(IReadOnlyList<JournalEntry> entries, long now)
    {
        var added = entries
            .Where(entry => !ledger.Uploads.ContainsKey(entry.Stamp) && !ledger.Withdrawn.Contains(entry.Stamp))
            .DistinctBy(entry => entry.Stamp)
            .OrderBy(entry => entry.Stamp)
            .ToList();
        if (added.Count == 0)
            return null;
        var before = RowBounds.Of(ledger);
        MoveAsOf(added);
        var effects = added.Select(Join).ToList();
        scoreboard.Flush();
        var pass = new Pass(PassId(effects[0].Stamp), now, effects, ChangedRows(before));
        ledger.Unpublished.Add(pass);
        return pass;
    }

    /// <summary>
    /// What an upload that the ledger holds no longer says, because a later one says otherwise. Joining it again
    /// changes nothing and tells; its dossiers must be hot.
    /// </summary>
    public UploadEffect Superseded(JournalEntry entry)
    {
        var (superseded, codes) = (0, new List<string>());
        foreach (var row in entry.Rows)
        {
            var effect = ledger.Hot[row.Code].Join(row, entry.Columns, entry.Stamp, ledger.Names);
            if (!effect.HasFlag(JoinEffect.Superseded))
                continue;
            superseded++;
            if (codes.Count < UploadEffect.MostCodes)
                codes.Add(row.Code);
        }
        return new UploadEffect(entry.Stamp, 0, superseded, codes);
    }

    /// <summary>A pass is named by its first upload, which no other pass joins.</summary>
    private static string PassId(Stamp stamp) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stamp.UploadedAt:x}-{stamp.Sha16}");

    private void MoveAsOf(List<JournalEntry> added)
    {
        var spoken = added.Where(entry => entry.SpeaksForItsDay).Select(entry => entry.Stamp.AsOf).ToList();
        if (spoken.Count > 0)
            scoreboard.MoveTo(spoken.Max());
    }

    private UploadEffect Join(JournalEntry entry)
    {
        var (changed, superseded) = (0, 0);
        List<string>? codes = null;
        ledger.Hot.EnsureCapacity(entry.Rows.Count);
        foreach (var row in entry.Rows)
        {
            Standing? before = null;
            if (ledger.Hot.TryGetValue(row.Code, out var dossier))
                before = Standing.Of(dossier);
            else
                ledger.Hot.Add(row.Code, dossier = new Dossier(row.Code));
            var effect = dossier.Join(row, entry.Columns, entry.Stamp, ledger.Names);
            Name(dossier.Field, row.Field, entry.Stamp);
            var after = Standing.Of(dossier);
            var moved = before != after;
            if (moved)
                scoreboard.Replace(before, after);
            changed += moved || effect.HasFlag(JoinEffect.Changed) ? 1 : 0;
            if (!effect.HasFlag(JoinEffect.Superseded))
                continue;
            if (++superseded <= UploadEffect.MostCodes)
                (codes ??= []).Add(row.Code);
        }
        ledger.Uploads.Add(entry.Stamp, new JoinedUpload(entry.Stamp, entry.Reading, entry.SpeaksForItsDay));
        return new UploadEffect(entry.Stamp, changed, superseded, codes ?? []);
    }

    /// <summary>Takes a field's name, unless the dossier shows at a glance that it was taken already.</summary>
    /// <param name="known">The dossier's field.</param>
    /// <param name="field">What the upload calls it.</param>
    /// <param name="at">The upload.</param>
    private void Name(in Latest<FieldName> known, string? field, Stamp at)
    {
        if (field is null)
            return;
        var name = ReferenceEquals(known.At, at) ? known.Value.Row.Name : default;
        if (!ReferenceEquals(name.At, at) || !ReferenceEquals(name.Value, field))
            Name(field, at);
    }

    private void Name(string field, Stamp at)
    {
        var row = ledger.Names.Field(field).Row;
        var known = row.Name;
        row.Name = known.Or(new(field, at));
        if (known.IsKnown && row.Name.Value != known.Value)
            renamed.Add(row);
    }

    private List<RowKey> ChangedRows(RowBounds before)
    {
        var after = RowBounds.Of(ledger);
        var rows = ledger.Sheet.TakeChanges().ConvertAll(row => new RowKey(row.Period, row.Row.Suffix));
        var startMoved = before.FirstReceived is not null && before.FirstReceived != after.FirstReceived;
        if (startMoved || renamed.Count > 0)
            rows = [.. rows.Union(RowsBeyondTheirCounts(before, after))];
        rows.Sort();
        return rows;
    }

    /// <summary>Rows that change though their counts don't: by their name, or because they begin or cease to exist.</summary>
    private IEnumerable<RowKey> RowsBeyondTheirCounts(RowBounds before, RowBounds after) =>
        ledger
            .Sheet.All.Where(at =>
                renamed.Contains(at.Row)
                || before.Contain(at.Period, ledger.Scheme) != after.Contain(at.Period, ledger.Scheme)
            )
            .Select(at => new RowKey(at.Period, at.Row.Suffix));
}
