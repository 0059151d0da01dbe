using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Scoring;

/// <summary>Joins journal entries into a ledger and keeps its running counts: the pure middle of a take-in.</summary>
public sealed class LedgerUpdate(UnitLedger ledger)
{
    private readonly Scoreboard scoreboard = new(ledger);
    private readonly HashSet<Row> renamed = [];

    /// <summary>
    /// Joins the entries that the ledger doesn't hold yet and notes in it which rows are to be published.
    /// Null when it holds them all.
    /// </summary>
    /// <param name="entries">In any order.</param>
    /// <param name="now">UTC ticks.</param>
    public Pass? Join(IReadOnlyList<JournalEntry> entries, long now)
    {
        var added = entries
            .Where(entry => !ledger.Uploads.ContainsKey(entry.Stamp))
            .DistinctBy(entry => entry.Stamp)
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
        foreach (var row in entry.Rows)
        {
            Standing? before = null;
            if (ledger.Hot.TryGetValue(row.Code, out var dossier))
                before = Standing.Of(dossier);
            else
                ledger.Hot.Add(row.Code, dossier = new Dossier(row.Code));
            var effect = dossier.Join(row, entry.Columns, entry.Stamp, ledger.Names);
            Name(row.Field, entry.Stamp);
            var after = Standing.Of(dossier);
            var moved = before != after;
            if (moved)
                scoreboard.Replace(before, after);
            changed += moved || effect.HasFlag(JoinEffect.Changed) ? 1 : 0;
            superseded += effect.HasFlag(JoinEffect.Superseded) ? 1 : 0;
        }
        ledger.Uploads.Add(entry.Stamp, new JoinedUpload(entry.Stamp, entry.Reading, entry.SpeaksForItsDay));
        return new UploadEffect(entry.Stamp, changed, superseded);
    }

    private void Name(string? field, Stamp at)
    {
        if (field is null)
            return;
        var row = ledger.Names.Field(field).Row;
        var known = row.Name;
        row.Name = known.Or(new(field, at));
        if (known.IsKnown && row.Name.Value != known.Value)
            renamed.Add(row);
    }

    private List<RowKey> ChangedRows(RowBounds before)
    {
        var after = RowBounds.Of(ledger);
        var rows = ledger.Sheet.TakeChanges().Select(row => new RowKey(row.Period, row.Row.Suffix)).ToHashSet();
        var startMoved = before.FirstReceived is not null && before.FirstReceived != after.FirstReceived;
        if (startMoved || renamed.Count > 0)
        {
            foreach (var (period, row, _) in ledger.Sheet.All)
            {
                if (
                    renamed.Contains(row)
                    || before.Contain(period, ledger.Scheme) != after.Contain(period, ledger.Scheme)
                )
                    rows.Add(new RowKey(period, row.Suffix));
            }
        }
        return [.. rows.OrderBy(row => row.Period).ThenBy(row => row.Suffix, StringComparer.Ordinal)];
    }
}
