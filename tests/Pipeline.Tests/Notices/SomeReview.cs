using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Reviewed units of Hồng Ngự in the first quarter of 2022, with only what matters said in the test.</summary>
internal static class SomeReview
{
    public static readonly DateOnly LastDay = new(2022, 3, 14);

    public static ReviewedUnit Of(string name, Tally figures, params Finding[] findings) =>
        new()
        {
            Unit = new Unit(Code("29956"), name, "commune", "870", null, null, []),
            Period = Quarter("2022-Q1"),
            Scheme = PeriodScheme.Statutory,
            ReviewedOn = new DateOnly(2022, 3, 18),
            Coverage = new Coverage(LastDay, 60, []),
            Figures = figures,
            Findings = findings,
            JournalEntries = 60,
            JournalSha256 = new string('0', 64),
        };

    /// <summary>70 of 200 online: 35,00 %, ten short of 40 %.</summary>
    public static ReviewedUnit TenShort(string name = "Xã Thường Phước 1") =>
        Of(name, Figures(), Below("online", new Fraction(70, 200, 0), 40, 100));

    /// <summary>No channel column: nothing can be said of 120 dossiers.</summary>
    public static ReviewedUnit WithoutChannels() =>
        Of(
            "Xã Long Khánh B",
            Figures(received: 120, online: 0, inPerson: 0, unknown: 120),
            Insufficient("online", new Fraction(0, 0, 120), Insufficiency.Unknown)
        );

    public static Tally Figures(int received = 200, int online = 70, int inPerson = 125, int unknown = 0) =>
        new()
        {
            [Count.Received] = received,
            [Count.ReceivedOnline] = online,
            [Count.ReceivedInPerson] = inPerson,
            [Count.ReceivedPostal] = received - online - inPerson - unknown,
            [Count.ReceivedUnknownChannel] = unknown,
            [Count.CarriedOver] = 12,
            [Count.Finished] = received - 8,
            [Count.Early] = received - 88,
            [Count.OnTime] = 77,
            [Count.Overdue] = 3,
            [Count.Open] = 20,
            [Count.OpenInTime] = 16,
            [Count.OpenOverdue] = 4,
            [Count.Returned] = received - 10,
            [Count.ReturnedPostal] = 9,
            [Count.ReturnedUnknownChannel] = 0,
        };

    public static Finding Below(string kpi, Fraction figure, int num, int den) =>
        Judged(kpi, figure, num, den, Verdict.Below, Insufficiency.None);

    public static Finding Met(string kpi, Fraction figure, int num, int den) =>
        Judged(kpi, figure, num, den, Verdict.Met, Insufficiency.None);

    public static Finding Insufficient(string kpi, Fraction figure, Insufficiency reason) =>
        Judged(kpi, figure, 40, 100, Verdict.Insufficient, reason);

    public static Period Quarter(string name) =>
        Period.TryParse(name, PeriodScheme.Statutory, out var period)
            ? period
            : throw new ArgumentException("No period.", nameof(name));

    private static Finding Judged(string kpi, Fraction figure, int num, int den, Verdict verdict, Insufficiency reason)
    {
        var target = new Target(kpi, num, den, new DateOnly(2022, 1, 1), null, null, "chỉ tiêu giao năm 2022");
        return new Finding(KpiCatalogue.Find(kpi)!, figure, target, verdict, reason);
    }

    private static UnitCode Code(string text) =>
        UnitCode.TryParse(text, out var code) ? code : throw new ArgumentException("No code.", nameof(text));
}
