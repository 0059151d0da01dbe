namespace CCHC.Benchmarks;

/// <summary>A procedure as an export names it.</summary>
/// <param name="Code">Mã TTHC.</param>
/// <param name="Name">Tên thủ tục hành chính.</param>
/// <param name="Field">Lĩnh vực.</param>
/// <param name="Level">Level of the online service.</param>
/// <param name="Days">Working days until it is due; 0: settled on the spot.</param>
internal sealed record Procedure(string Code, string Name, string Field, int Level, int Days);

/// <summary>What a commune's desk handles, roughly as often as it stands here.</summary>
internal static class Procedures
{
    /// <summary>So few that their figures, those of their fields and the unit's are far fewer than 100 rows a period.</summary>
    public static IReadOnlyList<Procedure> OfSmallDesk => [.. All.Take(15)];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực", 2, 0),
        new("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", 4, 0),
        new("2.000635", "Cấp bản sao trích lục hộ tịch", "Hộ tịch", 4, 0),
        new("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", 4, 3),
        new("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực", 2, 0),
        new("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", 3, 0),
        new("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch", 3, 0),
        new("1.001776", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng", "Bảo trợ xã hội", 3, 22),
        new("1.004859", "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "Hộ tịch", 3, 3),
        new("1.001699", "Xác định, xác định lại mức độ khuyết tật", "Bảo trợ xã hội", 3, 25),
        new("2.001035", "Chứng thực hợp đồng, giao dịch liên quan đến tài sản", "Chứng thực", 2, 2),
        new("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 3, 5),
        new("1.001731", "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội", "Bảo trợ xã hội", 3, 5),
        new("1.003554", "Hòa giải tranh chấp đất đai", "Đất đai", 2, 45),
        new("1.003337", "Ủy quyền hưởng trợ cấp, phụ cấp ưu đãi", "Người có công", 3, 3),
        new("1.001653", "Đổi, cấp lại Giấy xác nhận khuyết tật", "Bảo trợ xã hội", 4, 5),
        new("1.004746", "Đăng ký lại kết hôn", "Hộ tịch", 3, 5),
        new("1.008004", "Chuyển đổi cơ cấu cây trồng trên đất trồng lúa", "Trồng trọt", 3, 5),
        new("2.000509", "Đăng ký hoạt động tín ngưỡng", "Tín ngưỡng, tôn giáo", 4, 15),
        new("1.000775", "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Thi đua - Khen thưởng", 3, 15),
        new("2.001263", "Đăng ký việc nuôi con nuôi trong nước", "Nuôi con nuôi", 2, 30),
        new("1.003622", "Thông báo tổ chức lễ hội cấp xã", "Văn hóa", 4, 15),
        new("1.004837", "Thủ tục đăng ký giám hộ", "Hộ tịch", 2, 3),
        new("2.002161", "Hỗ trợ khôi phục sản xuất vùng bị thiệt hại do thiên tai", "Phòng chống thiên tai", 3, 15),
    ];
}
