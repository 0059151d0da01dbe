using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>What a desk's figures are once everything is processed, by unit id.</summary>
public sealed record Outcome(IReadOnlyDictionary<string, UnitOutcome> Units)
{
    public static Outcome Empty { get; } = new(new Dictionary<string, UnitOutcome>());
}

/// <summary>One unit's stored rows and reviews.</summary>
/// <param name="AsOf">Its latest as-of date; null when it sent nothing.</param>
/// <param name="Rows">By period name (2022-M03, 2022-Q1, 2022) and row suffix ("", -f-{field}, -p-{procedure}).</param>
/// <param name="Days">Its day rows.</param>
/// <param name="Reviews">By quarter, for every one of <see cref="DeskQuarter.Reviewed"/> on whose last day it is valid.</param>
public sealed record UnitOutcome(
    DateOnly? AsOf,
    IReadOnlyDictionary<(string Period, string Suffix), Tally> Rows,
    IReadOnlyDictionary<DateOnly, Tally> Days,
    IReadOnlyDictionary<string, ReviewOutcome> Reviews
)
{
    public static UnitOutcome Empty { get; } =
        new(
            null,
            new Dictionary<(string, string), Tally>(),
            new Dictionary<DateOnly, Tally>(),
            new Dictionary<string, ReviewOutcome>()
        );
}

/// <summary>One unit's review of one quarter: coverage, and a verdict for every KPI with a target in force.</summary>
public sealed record ReviewOutcome(
    int WorkingDays,
    IReadOnlyList<DateOnly> MissingDays,
    IReadOnlyDictionary<string, Verdict> Verdicts
);

/// <summary>
/// The one place where the oracle's tests touch the pipeline's stages: files through Intake, entries through the
/// journal's form, ledgers through their stored form, rows as they would be published, reviews on top.
/// </summary>
public static class PipelineUnderTest
{
    /// <summary>
    /// Takes the batches in, one after another, each in one pass; units and targets come from the quarter's CSV.
    /// </summary>
    public static Outcome Run(DeskQuarter quarter, IReadOnlyList<IReadOnlyList<NaiveUpload>> batches)
    {
        var scheme = SchemeOf(quarter);
        var units = new UnitRegister(UnitCsv.Parse(quarter.UnitsCsv));
        var desks = Desks(quarter, units, batches);
        var review = new QuarterReviews(quarter);
        return new(units.All.ToDictionary(unit => unit.Id, unit => OutcomeOf(desks[unit.Id], unit, review, scheme)));
    }

    /// <summary>What each unit's stored bytes are after the quarter's own batches.</summary>
    internal static Dictionary<string, DeskUnderTest> Desks(DeskQuarter quarter) =>
        Desks(quarter, new UnitRegister(UnitCsv.Parse(quarter.UnitsCsv)), quarter.Batches());

    internal static PeriodScheme SchemeOf(DeskQuarter quarter) =>
        quarter.Statutory ? PeriodScheme.Statutory : PeriodScheme.Calendar;

    private static Dictionary<string, DeskUnderTest> Desks(
        DeskQuarter quarter,
        UnitRegister units,
        IReadOnlyList<IReadOnlyList<NaiveUpload>> batches
    )
    {
        var reader = new ExportReader(units, SourceProfile.Default);
        var desks = units.All.ToDictionary(unit => unit.Id, unit => new DeskUnderTest(unit.Id, SchemeOf(quarter)));
        foreach (var batch in batches)
        {
            foreach (var unit in batch.Select(upload => EntryOf(reader, upload)).GroupBy(entry => entry.Unit))
                desks[unit.Key].TakeIn([.. unit]);
        }
        return desks;
    }

    private static JournalEntry EntryOf(ExportReader reader, NaiveUpload upload)
    {
        var bytes = ExportCsv.Render(upload);
        var reading = reader.Read(
            new Upload(upload.Code, ExportCsv.FileName(upload), "etag", upload.UploadedAt, upload.Sha256, bytes)
        );
        reading.IsKept.ShouldBeTrue($"{upload}\n{reading.Message}\n{string.Join('\n', reading.Faults)}");
        reading.Refused.ShouldBe(0, string.Join('\n', reading.Faults));
        var packed = JournalCodec.Write(JournalEntry.Of(reading));
        return JournalCodec.Read(packed, reading: 1);
    }

    private static UnitOutcome OutcomeOf(DeskUnderTest desk, Unit unit, QuarterReviews reviews, PeriodScheme scheme)
    {
        desk.DifferencesFromJournal().ShouldBeEmpty();
        var spans = desk.Tables.Values.Where(row => row.Table == StoredNames.KpiTable);
        var days = desk.Tables.Values.Where(row => row.Table == StoredNames.KpiDailyTable);
        var prefix = Keys.KpiPartition(scheme, "").Length;
        return new(
            desk.Load().AsOf,
            spans.ToDictionary(
                row => (row.Partition[prefix..], row.Row[unit.Id.Length..]),
                row => KpiEntity.TallyOf(row.Entity!)
            ),
            days.ToDictionary(
                row => DateOnly.ParseExact(row.Row, "yyyyMMdd", CultureInfo.InvariantCulture),
                row => KpiEntity.TallyOf(row.Entity!)
            ),
            reviews.Of(unit, desk.LoadWhole())
        );
    }
}
