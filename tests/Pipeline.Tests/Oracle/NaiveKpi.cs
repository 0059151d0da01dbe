using CCHC.Pipeline.Kpis;
using static CCHC.Pipeline.Kpis.Count;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Numerator, denominator, and the dossiers left out as unknown.</summary>
public sealed record NaiveFigure(int Num, int Den, int Unknown);

/// <summary>The table of KPIs in domain.md §5, one line per row of it.</summary>
/// <param name="Id">KPI id.</param>
/// <param name="HigherIsBetter">The last column.</param>
/// <param name="Of">Its figure from a row's counts.</param>
public sealed record NaiveKpi(string Id, bool HigherIsBetter, Func<IReadOnlyDictionary<Count, int>, NaiveFigure> Of)
{
    public static IReadOnlyList<NaiveKpi> All { get; } =
    [
        new(
            "online",
            true,
            c => new(c[ReceivedOnline], c[Received] - c[ReceivedUnknownChannel], c[ReceivedUnknownChannel])
        ),
        new(
            "online-eligible",
            true,
            c =>
                new(
                    c[ReceivedOnlineLevel4] + c[ReceivedOnlineLevel3],
                    c[ReceivedLevel4] + c[ReceivedLevel3] - c[ReceivedEligibleUnknownChannel],
                    c[ReceivedEligibleUnknownChannel]
                )
        ),
        new(
            "on-time",
            true,
            c =>
                new(
                    c[Early] + c[OnTime] - c[FinishedUnknownDue],
                    c[Finished] - c[FinishedUnknownDue],
                    c[FinishedUnknownDue]
                )
        ),
        new(
            "on-time-766",
            true,
            c =>
                new(
                    c[Early] + c[OnTime] + c[OpenInTime] - c[FinishedUnknownDue] - c[OpenUnknownDue],
                    c[Finished] + c[Open] - c[FinishedUnknownDue] - c[OpenUnknownDue],
                    c[FinishedUnknownDue] + c[OpenUnknownDue]
                )
        ),
        new("overdue-open", false, c => new(c[OpenOverdue], c[Open] - c[OpenUnknownDue], c[OpenUnknownDue])),
        new(
            "postal-return",
            true,
            c => new(c[ReturnedPostal], c[Returned] - c[ReturnedUnknownChannel], c[ReturnedUnknownChannel])
        ),
        new("fully-online", true, c => new(c[ReceivedLevel4], KnownLevel(c), c[Received] - KnownLevel(c))),
        new("digitised", true, c => YesOrNo(c, c[ReceivedDigitised], c[ReceivedNotDigitised])),
        new("online-payment", true, c => YesOrNo(c, c[ReceivedPaidOnline], c[ReceivedNotPaidOnline])),
    ];

    /// <summary>Dossiers that perhaps belong to the denominator: of unknown level, or returned nobody knows when.</summary>
    public int Perhaps(IReadOnlyDictionary<Count, int> c) =>
        Id switch
        {
            "online-eligible" => c[Received] - KnownLevel(c),
            "postal-return" => c[ReturnedUnknownDay],
            _ => 0,
        };

    private static int KnownLevel(IReadOnlyDictionary<Count, int> c) =>
        c[ReceivedLevel4] + c[ReceivedLevel3] + c[ReceivedLevel2];

    private static NaiveFigure YesOrNo(IReadOnlyDictionary<Count, int> c, int yes, int no) =>
        new(yes, yes + no, c[Received] - yes - no);
}
