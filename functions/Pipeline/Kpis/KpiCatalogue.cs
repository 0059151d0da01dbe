using static CCHC.Pipeline.Kpis.Count;

namespace CCHC.Pipeline.Kpis;

/// <summary>All KPIs in the order of their columns (domain.md §5). A new KPI is one more line here.</summary>
public static class KpiCatalogue
{
    private static readonly Count[] UnknownDue = [FinishedUnknownDue, OpenUnknownDue];
    private static readonly CountSum KnownLevel = CountSum.Of(ReceivedLevel4, ReceivedLevel3, ReceivedLevel2);

    public static IReadOnlyList<Kpi> All { get; } =
    [
        new(
            "online",
            1,
            "Tỷ lệ hồ sơ nộp trực tuyến",
            Better.Higher,
            true,
            CountSum.Of(ReceivedOnline),
            CountSum.Of(Received).Less(ReceivedUnknownChannel),
            CountSum.Of(ReceivedUnknownChannel)
        ),
        new(
            "online-eligible",
            1,
            "Tỷ lệ hồ sơ nộp trực tuyến của thủ tục có dịch vụ công trực tuyến",
            Better.Higher,
            true,
            CountSum.Of(ReceivedOnlineLevel4, ReceivedOnlineLevel3),
            CountSum.Of(ReceivedLevel4, ReceivedLevel3).Less(ReceivedEligibleUnknownChannel),
            CountSum.Of(ReceivedEligibleUnknownChannel)
        )
        {
            Undecided = CountSum.Of(Received).Less(KnownLevel.Plus),
        },
        new(
            "on-time",
            2,
            "Tỷ lệ giải quyết đúng hạn",
            Better.Higher,
            true,
            CountSum.Of(Early, OnTime).Less(FinishedUnknownDue),
            CountSum.Of(Finished).Less(FinishedUnknownDue),
            CountSum.Of(FinishedUnknownDue)
        ),
        new(
            "on-time-766",
            2,
            "Tỷ lệ đúng hạn theo Quyết định số 766/QĐ-TTg",
            Better.Higher,
            false,
            CountSum.Of(Early, OnTime, OpenInTime).Less(UnknownDue),
            CountSum.Of(Finished, Open).Less(UnknownDue),
            CountSum.Of(UnknownDue)
        ),
        new(
            "overdue-open",
            2,
            "Tỷ lệ hồ sơ đang giải quyết quá hạn",
            Better.Lower,
            false,
            CountSum.Of(OpenOverdue),
            CountSum.Of(Open).Less(OpenUnknownDue),
            CountSum.Of(OpenUnknownDue)
        ),
        new(
            "postal-return",
            1,
            "Tỷ lệ trả kết quả qua dịch vụ bưu chính công ích",
            Better.Higher,
            true,
            CountSum.Of(ReturnedPostal),
            CountSum.Of(Returned).Less(ReturnedUnknownChannel),
            CountSum.Of(ReturnedUnknownChannel)
        )
        {
            Undecided = CountSum.Of(ReturnedUnknownDay),
        },
        new(
            "fully-online",
            1,
            "Tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình",
            Better.Higher,
            true,
            CountSum.Of(ReceivedLevel4),
            KnownLevel,
            CountSum.Of(Received).Less(KnownLevel.Plus)
        ),
        new(
            "digitised",
            1,
            "Tỷ lệ số hóa hồ sơ",
            Better.Higher,
            true,
            CountSum.Of(ReceivedDigitised),
            CountSum.Of(ReceivedDigitised, ReceivedNotDigitised),
            CountSum.Of(Received).Less(ReceivedDigitised, ReceivedNotDigitised)
        ),
        new(
            "online-payment",
            1,
            "Tỷ lệ thanh toán trực tuyến",
            Better.Higher,
            true,
            CountSum.Of(ReceivedPaidOnline),
            CountSum.Of(ReceivedPaidOnline, ReceivedNotPaidOnline),
            CountSum.Of(Received).Less(ReceivedPaidOnline, ReceivedNotPaidOnline)
        ),
    ];

    public static Kpi OnlineEligible { get; } = Find("online-eligible")!;
    public static Kpi Digitised { get; } = Find("digitised")!;
    public static Kpi OnlinePayment { get; } = Find("online-payment")!;

    public static Kpi? Find(string id) => All.FirstOrDefault(kpi => kpi.Id == id);
}
