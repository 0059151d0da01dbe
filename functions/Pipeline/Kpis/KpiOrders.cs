namespace CCHC.Pipeline.Kpis;

/// <summary>What a unit below a target is told to do; {desk} stands for its one-stop desk.</summary>
public static class KpiOrders
{
    /// <summary>Ordered of every unit that is told to correct anything: more results by public post.</summary>
    public const string ReturnByPost =
        "Tăng cường trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích (BCCI): giới thiệu dịch vụ, "
        + "mức cước và hướng dẫn người dân, tổ chức đăng ký ngay khi nộp hồ sơ.";

    internal const string SubmitOnline =
        "Nâng tỷ lệ hồ sơ nộp trực tuyến: bố trí công chức tại {desk} hướng dẫn, hỗ trợ người dân, "
        + "tổ chức nộp hồ sơ trực tuyến ngay tại chỗ; đẩy mạnh tuyên truyền các thủ tục hành chính có dịch vụ công trực tuyến "
        + "bằng nhiều hình thức phù hợp.";

    internal const string FinishInTime =
        "Nâng tỷ lệ giải quyết hồ sơ đúng hạn: rà soát từng hồ sơ đang giải quyết, phân công rõ người, rõ việc, rõ thời hạn; "
        + "đối với hồ sơ quá hạn, xin lỗi bằng văn bản và hẹn lại ngày trả kết quả theo quy định.";

    internal const string SettleOverdue =
        "Giải quyết dứt điểm các hồ sơ đang quá hạn; xin lỗi bằng văn bản và hẹn lại ngày trả kết quả theo quy định; "
        + "không để phát sinh thêm hồ sơ quá hạn.";

    internal const string ServeOnlineThroughout =
        "Tăng số hồ sơ thực hiện bằng dịch vụ công trực tuyến toàn trình: rà soát, công khai danh mục thủ tục; hướng dẫn "
        + "người dân, tổ chức lựa chọn dịch vụ công trực tuyến toàn trình khi có thể.";

    internal const string Digitise =
        "Thực hiện số hóa thành phần hồ sơ ngay khi tiếp nhận và số hóa kết quả giải quyết thủ tục hành chính theo quy định.";

    internal const string PayOnline =
        "Nâng tỷ lệ thanh toán trực tuyến: hướng dẫn người dân, tổ chức thanh toán phí, lệ phí trực tuyến ngay khi nộp hồ sơ.";
}
