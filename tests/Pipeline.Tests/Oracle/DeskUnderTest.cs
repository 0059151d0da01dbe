using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>
/// One unit's stored bytes between passes: hot ledger, cold segments and the rows that were published, each
/// only as far as the pipeline said that it changed.
/// </summary>
internal sealed class DeskUnderTest(string unit, PeriodScheme scheme)
{
    private readonly Dictionary<(string Segment, string Sha16), byte[]> cold = [];
    private readonly List<JournalEntry> journal = [];
    private byte[]? hot;

    /// <summary>The KPI tables, by table, partition and row.</summary>
    public Dictionary<(string Table, string Partition, string Row), PublishedRow> Tables { get; } = [];

    public void TakeIn(IReadOnlyList<JournalEntry> entries)
    {
        journal.AddRange(entries);
        var ledger = Load();
        foreach (var segment in Archiving.Asked(ledger, entries))
            Archiving.Wake(ledger, segment, Resting(ledger, segment.Key));
        if (new LedgerUpdate(ledger).Join(entries, now: 1) is not { } pass)
            return;
        Archive(ledger);
        var bounds = RowBounds.Of(ledger);
        foreach (var row in pass.Rows.Select(row => PublishedRow.Of(ledger, bounds, row)))
        {
            var key = (row.Table, row.Partition, row.Row);
            if (row.Entity is null)
                Tables.Remove(key);
            else
                Tables[key] = row;
        }
        ledger.Unpublished.Clear();
        hot = LedgerCodec.Write(ledger);
    }

    public UnitLedger Load() => hot is null ? new UnitLedger(unit, scheme) : LedgerCodec.Read(hot, scheme)!;

    /// <summary>The ledger with its archived dossiers.</summary>
    public UnitLedger LoadWhole()
    {
        var ledger = Load();
        foreach (var segment in ledger.Cold.Keys)
        {
            foreach (var dossier in Resting(ledger, segment))
                ledger.Hot.TryAdd(dossier.Code, dossier);
        }
        return ledger;
    }

    /// <summary>Law 2: what the journal alone says, against what was kept step by step.</summary>
    public IEnumerable<string> DifferencesFromJournal()
    {
        var derived = new UnitLedger(unit, scheme);
        new LedgerUpdate(derived).Join(journal, now: 0);
        return LedgerDifferences.Between(derived, LoadWhole());
    }

    private List<Dossier> Resting(UnitLedger ledger, string segment) =>
        ledger.Cold.TryGetValue(segment, out var named)
            ? [.. LedgerCodec.ReadCold(cold[(segment, named.Sha16)], ledger.Names)]
            : [];

    private void Archive(UnitLedger ledger)
    {
        if (!Archiving.IsDue(ledger))
            return;
        foreach (var segment in Archiving.Leaving(ledger))
        {
            var all = ColdStore.Joined(Resting(ledger, segment.Key), segment);
            var bytes = LedgerCodec.WriteCold(all);
            var sha16 = LedgerCodec.ColdHash(bytes);
            cold[(segment.Key, sha16)] = bytes;
            Archiving.Settle(ledger, segment.Key, sha16, segment.ToList(), all);
        }
        Archiving.Done(ledger);
    }
}
