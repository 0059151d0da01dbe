using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>A reviewed quarter put together unit by unit; the figures are invented.</summary>
internal sealed class SomeQuarter
{
    public static readonly Period Q1 = Quarter("2022-Q1");
    public static readonly DateOnly ReviewedOn = new(2022, 3, 18);
    private readonly List<ReviewedUnit> units = [];
    private readonly Dictionary<string, IReadOnlyList<FieldFigures>> fields = new(StringComparer.Ordinal);

    public IReadOnlyList<Target> Targets { get; init; } = [Target("online", 40, 100)];

    public Period Period { get; init; } = Q1;

    /// <summary>Adds a unit whose figures are the sum of its fields'; targets are held against them.</summary>
    public SomeQuarter With(
        string name,
        IReadOnlyList<FieldFigures> ofFields,
        Coverage? coverage = null,
        string kind = "commune",
        PreviousReview? previous = null,
        params IReadOnlyList<CriterionFinding> inspected
    )
    {
        var figures = Tally.Sum(ofFields.Select(field => field.Figures));
        var covered = coverage ?? new Coverage(Period.To, 60, []);
        var unit = new ReviewedUnit
        {
            Unit = new Unit(Code(units.Count), name, kind, "870", null, null, []),
            Period = Period,
            Scheme = PeriodScheme.Statutory,
            ReviewedOn = Period.To.AddDays(4),
            Coverage = covered,
            Figures = figures,
            Findings = [.. Targets.Select(target => Judged(target, figures, covered))],
            Inspected = inspected,
            Previous = previous,
            JournalEntries = 60,
            JournalSha256 = new string('0', 64),
        };
        units.Add(unit);
        fields[unit.Unit.Id] = ofFields;
        return this;
    }

    public QuarterResults Results(params IReadOnlyList<Office> offices) =>
        new()
        {
            Period = Period,
            Authority = Authority.On(Period.To),
            LastWorkingDay = Period.To,
            Units = units,
            Fields = fields,
            Offices = offices,
        };

    /// <summary>A field in which everything adds up: what is not said is in person, in time and finished.</summary>
    public static FieldFigures Field(
        string id,
        string name,
        int received,
        int online,
        int postal = 0,
        int unknown = 0,
        int carriedOver = 0,
        int early = 0,
        int overdue = 0,
        int openInTime = 0,
        int openOverdue = 0
    )
    {
        var finished = received + carriedOver - openInTime - openOverdue;
        var tally = new Tally
        {
            [Count.Received] = received,
            [Count.ReceivedOnline] = online,
            [Count.ReceivedPostal] = postal,
            [Count.ReceivedUnknownChannel] = unknown,
            [Count.ReceivedInPerson] = received - online - postal - unknown,
            [Count.CarriedOver] = carriedOver,
            [Count.Finished] = finished,
            [Count.Early] = early,
            [Count.Overdue] = overdue,
            [Count.OnTime] = finished - early - overdue,
            [Count.Open] = openInTime + openOverdue,
            [Count.OpenInTime] = openInTime,
            [Count.OpenOverdue] = openOverdue,
        };
        return new FieldFigures(id, name, tally);
    }

    /// <summary>One field with so many of so many online.</summary>
    public static FieldFigures[] Online(int online, int received, int unknown = 0) =>
        [Field("ho-tich", "Hộ tịch", received, online, unknown: unknown)];

    public static Target Target(string kpi, int num, int den) =>
        new(kpi, num, den, new DateOnly(2022, 1, 1), null, null, "chỉ tiêu giao năm 2022");

    public static Office Office(string id, string name, params string[] fields) =>
        new(id, name, $"Trưởng {Vietnamese.LowerFirst(name)}", fields, "", null, null);

    public static Period Quarter(string name) =>
        Period.TryParse(name, PeriodScheme.Statutory, out var period)
            ? period
            : throw new ArgumentException("No period.", nameof(name));

    private static Finding Judged(Target target, Tally figures, Coverage coverage)
    {
        var kpi = KpiCatalogue.Find(target.Kpi)!;
        var figure = kpi.Of(figures);
        if (coverage.AsOf is null || coverage.AsOf < new DateOnly(2022, 3, 14))
            return new(kpi, figure, target, Verdict.Insufficient, Insufficiency.EndsEarly);
        if (coverage.MissingDays.Count > 10)
            return new(kpi, figure, target, Verdict.Insufficient, Insufficiency.DaysMissing);
        var verdict = Verdicts.Of(figure, target, kpi.Better);
        if (verdict is Verdict.None && kpi.Undecided.In(figures) > 0)
            return new(kpi, figure, target, Verdict.Insufficient, Insufficiency.Undecided);
        var reason = verdict is Verdict.Insufficient ? Insufficiency.Unknown : Insufficiency.None;
        return new(kpi, figure, target, verdict, reason);
    }

    private static UnitCode Code(int index) =>
        UnitCode.TryParse((29954 + index).ToString(System.Globalization.CultureInfo.InvariantCulture), out var code)
            ? code
            : throw new ArgumentException("No code.", nameof(index));
}
