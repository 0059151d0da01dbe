namespace CCHC.Pipeline.Notices;

/// <summary>How letters speak of a KPI, which itself is data (see <see cref="Kpis.KpiCatalogue"/>).</summary>
/// <param name="Counted">The dossiers of the numerator.</param>
/// <param name="Among">Those it is asked about, the unknown included.</param>
/// <param name="UnknownOf">What may be unknown of a dossier.</param>
/// <param name="Column">The column of an export that tells it.</param>
/// <param name="Order">What a unit below the target is told to do; {desk} stands for its one-stop desk.</param>
internal sealed record KpiWords(string Counted, string Among, string UnknownOf, string Column, string Order)
{
    /// <summary>The dossiers of which nobody knows whether they are asked about, after their number.</summary>
    public string Undecided { get; private init; } = "";

    /// <summary>The column of an export that would tell it.</summary>
    public string UndecidedColumn { get; private init; } = "";

    private const string Received = "hồ sơ tiếp nhận trong kỳ";
    private const string Channel = "hình thức nộp";
    private const string ChannelColumn = "Hình thức nộp";
    private const string Level = "mức độ dịch vụ công trực tuyến";
    private const string LevelColumn = "Mức độ DVC";
    private const string Due = "hạn trả kết quả";
    private const string DueColumn = "Ngày hẹn trả";

    /// <summary>Ordered of every unit that is told to correct anything: more results by public post.</summary>
    public const string ReturnByPost =
        "Tăng cường trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích (BCCI): giới thiệu dịch vụ, "
        + "mức cước và hướng dẫn người dân, tổ chức đăng ký ngay khi nộp hồ sơ.";

    private const string SubmitOnline =
        "Nâng tỷ lệ hồ sơ nộp trực tuyến: bố trí công chức tại {desk} hướng dẫn, hỗ trợ người dân, "
        + "tổ chức nộp hồ sơ trực tuyến ngay tại chỗ; đẩy mạnh tuyên truyền các thủ tục hành chính có dịch vụ công trực tuyến "
        + "bằng nhiều hình thức phù hợp.";

    private const string FinishInTime =
        "Nâng tỷ lệ giải quyết hồ sơ đúng hạn: rà soát từng hồ sơ đang giải quyết, phân công rõ người, rõ việc, rõ thời hạn; "
        + "đối với hồ sơ quá hạn, xin lỗi bằng văn bản và hẹn lại ngày trả kết quả theo quy định.";

    private const string SettleOverdue =
        "Giải quyết dứt điểm các hồ sơ đang quá hạn; xin lỗi bằng văn bản và hẹn lại ngày trả kết quả theo quy định; "
        + "không để phát sinh thêm hồ sơ quá hạn.";

    private static readonly Dictionary<string, KpiWords> ById = new(StringComparer.Ordinal)
    {
        ["online"] = new("hồ sơ nộp trực tuyến", Received, Channel, ChannelColumn, SubmitOnline),
        ["online-eligible"] = new(
            "hồ sơ nộp trực tuyến",
            $"{Received} thuộc thủ tục có dịch vụ công trực tuyến",
            Channel,
            ChannelColumn,
            SubmitOnline
        )
        {
            Undecided = $"{Received} chưa xác định được {Level}",
            UndecidedColumn = LevelColumn,
        },
        ["on-time"] = new(
            "hồ sơ giải quyết trước hạn và đúng hạn",
            "hồ sơ đã giải quyết trong kỳ",
            Due,
            DueColumn,
            FinishInTime
        ),
        ["on-time-766"] = new(
            "hồ sơ đã giải quyết trước hạn, đúng hạn và đang giải quyết trong hạn",
            "hồ sơ đã giải quyết và đang giải quyết",
            Due,
            DueColumn,
            FinishInTime
        ),
        ["overdue-open"] = new("hồ sơ đang giải quyết quá hạn", "hồ sơ đang giải quyết", Due, DueColumn, SettleOverdue),
        ["postal-return"] = new(
            "hồ sơ trả kết quả qua dịch vụ bưu chính công ích",
            "hồ sơ đã trả kết quả trong kỳ",
            "hình thức trả kết quả",
            "Hình thức trả kết quả",
            ReturnByPost
        )
        {
            Undecided =
                "hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả nhưng chưa xác định được ngày trả kết quả",
            UndecidedColumn = "Ngày trả kết quả",
        },
        ["fully-online"] = new(
            "hồ sơ thuộc dịch vụ công trực tuyến toàn trình",
            Received,
            Level,
            LevelColumn,
            "Tăng số hồ sơ thực hiện bằng dịch vụ công trực tuyến toàn trình: rà soát, công khai danh mục thủ tục; hướng dẫn "
                + "người dân, tổ chức lựa chọn dịch vụ công trực tuyến toàn trình khi có thể."
        ),
        ["digitised"] = new(
            "hồ sơ đã số hóa",
            Received,
            "tình trạng số hóa",
            "Số hóa",
            "Thực hiện số hóa thành phần hồ sơ ngay khi tiếp nhận và số hóa kết quả giải quyết thủ tục hành chính theo quy định."
        ),
        ["online-payment"] = new(
            "hồ sơ thanh toán trực tuyến",
            Received,
            "hình thức thanh toán",
            "Thanh toán",
            "Nâng tỷ lệ thanh toán trực tuyến: hướng dẫn người dân, tổ chức thanh toán phí, lệ phí trực tuyến ngay khi nộp hồ sơ."
        ),
    };

    /// <summary>Whether it asks for due dates: further dossiers alone don't put it right.</summary>
    public bool IsOfTime => UnknownOf == Due;

    /// <summary>Whether a sentence says what is unknown of it: a missing due column is rare enough to be told only then.</summary>
    public bool TellsUnknown(Kpis.Fraction figure) => !IsOfTime || figure.Unknown > 0;

    public string OrderOf(Authority authority) => Order.Replace("{desk}", authority.Desk, StringComparison.Ordinal);

    public static KpiWords Of(Kpis.Kpi kpi) => ById[kpi.Id];
}
