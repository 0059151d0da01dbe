namespace CCHC.Pipeline.Tests.Docs;

/// <summary>The words that were agreed on with those who know the domain; code and glossary may add, not change them.</summary>
internal static class DomainWords
{
    public static readonly (string Vietnamese, string English)[] All =
    [
        ("hồ sơ", "dossier"),
        ("thủ tục hành chính", "procedure"),
        ("lĩnh vực", "field"),
        ("Bộ phận Tiếp nhận và Trả kết quả, Một cửa", "one-stop desk"),
        ("xã, phường, thị trấn", "unit"),
        ("tiếp nhận", "received"),
        ("hẹn trả", "due"),
        ("có kết quả", "finished"),
        ("trả kết quả", "returned"),
        ("trước hạn", "early"),
        ("đúng hạn", "on time"),
        ("quá hạn", "overdue"),
        ("từ kỳ trước", "carried over"),
        ("trực tiếp", "in person"),
        ("trực tuyến", "online"),
        ("bưu chính công ích", "postal"),
        ("chỉ tiêu", "target"),
        ("kiểm tra, đánh giá quý", "quarterly review"),
        ("chấn chỉnh", "correct"),
        ("công văn", "notice"),
        ("đôn đốc", "follow up, urge"),
        ("không đủ dữ liệu", "insufficient data"),
        ("đính chính", "correction"),
    ];
}
