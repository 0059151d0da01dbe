using static CCHC.Pipeline.Kpis.Count;

namespace CCHC.Pipeline.Kpis;

/// <summary>All KPIs in the order of their columns (domain.md §5). A new KPI is one more entry here.</summary>
public static class KpiCatalogue
{
    private const string ReceivedDossiers = "hồ sơ tiếp nhận trong kỳ";
    private static readonly Count[] UnknownDue = [FinishedUnknownDue, OpenUnknownDue];
    private static readonly CountSum KnownLevel = CountSum.Of(ReceivedLevel4, ReceivedLevel3, ReceivedLevel2);

    public static IReadOnlyList<Kpi> All { get; } =
    [
        new()
        {
            Id = "online",
            Version = 1,
            Name = "Tỷ lệ hồ sơ nộp trực tuyến",
            ShortName = "Nộp trực tuyến",
            Place = 70,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = true,
            Numerator = CountSum.Of(ReceivedOnline),
            Denominator = CountSum.Of(Received).Less(ReceivedUnknownChannel),
            Unknown = CountSum.Of(ReceivedUnknownChannel),
            Words = new()
            {
                Counted = "hồ sơ nộp trực tuyến",
                Among = ReceivedDossiers,
                UnknownOf = Datum.Channel,
                Order = KpiOrders.SubmitOnline,
            },
        },
        new()
        {
            Id = "online-eligible",
            Version = 1,
            Name = "Tỷ lệ hồ sơ nộp trực tuyến của thủ tục có dịch vụ công trực tuyến",
            ShortName = "Nộp trực tuyến (thủ tục có DVC trực tuyến)",
            Place = 40,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(ReceivedOnlineLevel4, ReceivedOnlineLevel3),
            Denominator = CountSum.Of(ReceivedLevel4, ReceivedLevel3).Less(ReceivedEligibleUnknownChannel),
            Unknown = CountSum.Of(ReceivedEligibleUnknownChannel),
            Words = new()
            {
                Counted = "hồ sơ nộp trực tuyến",
                Among = $"{ReceivedDossiers} thuộc thủ tục có dịch vụ công trực tuyến",
                UnknownOf = Datum.Channel,
                Order = KpiOrders.SubmitOnline,
            },
            Undecided = new(
                CountSum.Of(Received).Less(KnownLevel.Plus),
                $"{ReceivedDossiers} chưa xác định được {Datum.Level.Name}",
                Datum.Level
            ),
        },
        new()
        {
            Id = "on-time",
            Version = 2,
            Name = "Tỷ lệ giải quyết đúng hạn",
            ShortName = "Giải quyết đúng hạn",
            Place = 20,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(Early, OnTime).Less(FinishedUnknownDue),
            Denominator = CountSum.Of(Finished).Less(FinishedUnknownDue),
            Unknown = CountSum.Of(FinishedUnknownDue),
            Words = new()
            {
                Counted = "hồ sơ giải quyết trước hạn và đúng hạn",
                Among = "hồ sơ đã giải quyết trong kỳ",
                UnknownOf = Datum.Due,
                Order = KpiOrders.FinishInTime,
            },
        },
        new()
        {
            Id = "on-time-766",
            Version = 2,
            Name = "Tỷ lệ đúng hạn theo Quyết định số 766/QĐ-TTg",
            ShortName = "Đúng hạn theo QĐ 766",
            Place = 21,
            Better = Better.Higher,
            IsFlow = false,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(Early, OnTime, OpenInTime).Less(UnknownDue),
            Denominator = CountSum.Of(Finished, Open).Less(UnknownDue),
            Unknown = CountSum.Of(UnknownDue),
            Words = new()
            {
                Counted = "hồ sơ đã giải quyết trước hạn, đúng hạn và đang giải quyết trong hạn",
                Among = "hồ sơ đã giải quyết và đang giải quyết",
                UnknownOf = Datum.Due,
                Order = KpiOrders.FinishInTime,
            },
        },
        new()
        {
            Id = "overdue-open",
            Version = 2,
            Name = "Tỷ lệ hồ sơ đang giải quyết quá hạn",
            ShortName = "Đang giải quyết quá hạn",
            Place = 22,
            Better = Better.Lower,
            IsFlow = false,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(OpenOverdue),
            Denominator = CountSum.Of(Open).Less(OpenUnknownDue),
            Unknown = CountSum.Of(OpenUnknownDue),
            Words = new()
            {
                Counted = "hồ sơ đang giải quyết quá hạn",
                Among = "hồ sơ đang giải quyết",
                UnknownOf = Datum.Due,
                Order = KpiOrders.SettleOverdue,
            },
        },
        new()
        {
            Id = "postal-return",
            Version = 1,
            Name = "Tỷ lệ trả kết quả qua dịch vụ bưu chính công ích",
            ShortName = "Trả kết quả qua BCCI",
            Place = 90,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(ReturnedPostal),
            Denominator = CountSum.Of(Returned).Less(ReturnedUnknownChannel),
            Unknown = CountSum.Of(ReturnedUnknownChannel),
            Words = new()
            {
                Counted = "hồ sơ trả kết quả qua dịch vụ bưu chính công ích",
                Among = "hồ sơ đã trả kết quả trong kỳ",
                UnknownOf = Datum.ReturnChannel,
                Order = KpiOrders.ReturnByPost,
            },
            Undecided = new(
                CountSum.Of(ReturnedUnknownDay),
                "hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả nhưng chưa xác định được ngày trả kết quả",
                Datum.ReturnDay
            ),
        },
        new()
        {
            Id = "fully-online",
            Version = 1,
            Name = "Tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình",
            ShortName = "DVC trực tuyến toàn trình",
            Place = 41,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = true,
            Numerator = CountSum.Of(ReceivedLevel4),
            Denominator = KnownLevel,
            Unknown = CountSum.Of(Received).Less(KnownLevel.Plus),
            Words = new()
            {
                Counted = "hồ sơ thuộc dịch vụ công trực tuyến toàn trình",
                Among = ReceivedDossiers,
                UnknownOf = Datum.Level,
                Order = KpiOrders.ServeOnlineThroughout,
            },
        },
        new()
        {
            Id = "digitised",
            Version = 1,
            Name = "Tỷ lệ số hóa hồ sơ",
            ShortName = "Số hóa hồ sơ",
            Place = 95,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(ReceivedDigitised),
            Denominator = CountSum.Of(ReceivedDigitised, ReceivedNotDigitised),
            Unknown = CountSum.Of(Received).Less(ReceivedDigitised, ReceivedNotDigitised),
            Words = new()
            {
                Counted = "hồ sơ đã số hóa",
                Among = ReceivedDossiers,
                UnknownOf = Datum.Digitised,
                Order = KpiOrders.Digitise,
            },
        },
        new()
        {
            Id = "online-payment",
            Version = 1,
            Name = "Tỷ lệ thanh toán trực tuyến",
            ShortName = "Thanh toán trực tuyến",
            Place = 96,
            Better = Better.Higher,
            IsFlow = true,
            NeedsOnlineService = false,
            Numerator = CountSum.Of(ReceivedPaidOnline),
            Denominator = CountSum.Of(ReceivedPaidOnline, ReceivedNotPaidOnline),
            Unknown = CountSum.Of(Received).Less(ReceivedPaidOnline, ReceivedNotPaidOnline),
            Words = new()
            {
                Counted = "hồ sơ thanh toán trực tuyến",
                Among = ReceivedDossiers,
                UnknownOf = Datum.Payment,
                Order = KpiOrders.PayOnline,
            },
        },
    ];

    public static Kpi OnlineEligible { get; } = Find("online-eligible")!;
    public static Kpi Digitised { get; } = Find("digitised")!;
    public static Kpi OnlinePayment { get; } = Find("online-payment")!;

    public static Kpi? Find(string id) => All.FirstOrDefault(kpi => kpi.Id == id);
}
