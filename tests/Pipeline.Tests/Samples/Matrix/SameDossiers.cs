using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>What the 1,000 dossiers must come to, whatever file they came in.</summary>
internal static class SameDossiers
{
    private const string File = "ho-so-2022-03-15";

    /// <summary>A journal entry's form and its figures, from the plainest file.</summary>
    private static readonly Lazy<(byte[] Journal, string Figures)> Expected = new(() =>
    {
        var plainest = Writing.Separated(Sheets.ByLayout["plain"], ';');
        return Of(SampleDesk.Read(CodePages.Encode(plainest, "utf-8"), File));
    });

    public static void ShouldBeIn(byte[] content, string layout)
    {
        var reading = SampleDesk.Read(content, File);
        var told = $"{layout}: {reading.Format} {reading.Message}\n{string.Join('\n', reading.Faults.Take(5))}";
        reading.Outcome.ShouldBe(Outcome.Accepted, told);
        reading.Rows.ShouldBe(1000, told);
        var (journal, figures) = Of(reading);
        JournalRows.Of(journal).ShouldBe(Sheets.JournalRows, layout);
        journal.AsSpan().SequenceEqual(Expected.Value.Journal).ShouldBeTrue($"{layout}: the journal's bytes differ");
        figures.ShouldBe(Expected.Value.Figures, layout);
    }

    private static (byte[] Journal, string Figures) Of(ExportReading reading)
    {
        var entry = JournalEntry.Of(reading);
        var ledger = new UnitLedger(entry.Unit, PeriodScheme.Statutory);
        var pass = new LedgerUpdate(ledger).Join([entry], now: 0).ShouldNotBeNull();
        var bounds = RowBounds.Of(ledger);
        var rows = pass.Rows.Select(row => Text(PublishedRow.Of(ledger, bounds, row)));
        return (JournalCodec.Write(entry), string.Join('\n', rows.Order(StringComparer.Ordinal)));
    }

    private static string Text(PublishedRow row) =>
        $"{row.Table} {row.Partition} {row.Row} "
        + string.Join(
            ' ',
            row.Entity!.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}"))
        );
}
