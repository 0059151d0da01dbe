using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Ledger;

/// <summary>Doubts in Vietnamese, units by their names.</summary>
public static class DoubtWords
{
    /// <summary>The one code of a doubt (docs/fault-codes.md).</summary>
    public const string SameContent = "same-content";

    /// <summary>For the sender of the later of the two.</summary>
    public static string ToSender(Bringer first, UnitRegister units) =>
        $"Tệp này có nội dung giống hệt tệp {first.File} mà {Name(first, units)} đã gửi trước. Một trong hai đơn vị có thể đã gửi nhầm danh sách của đơn vị kia, khi đó hồ sơ bị tính hai lần. Tệp vẫn được tính; cơ quan theo dõi xem xét và rút tệp gửi nhầm.";

    /// <summary>For staff: who, which files, and what ends it.</summary>
    public static string ToStaff(Doubt doubt, UnitRegister units) =>
        $"Nghi vấn: {Name(doubt.Later, units)} (tệp {doubt.Later.File}) và {Name(doubt.First, units)} (tệp {doubt.First.File}, gửi trước) có cùng một nội dung; hồ sơ đang được tính cho cả hai đơn vị. Rút tệp gửi nhầm: cchc withdraw {doubt.Later.Code} \"{doubt.Later.File}\" --reason \"…\", hoặc cchc withdraw {doubt.First.Code} \"{doubt.First.File}\" --reason \"…\"";

    private static string Name(Bringer upload, UnitRegister units) =>
        units.Find(upload.Unit) is { } unit ? $"{unit.Name} ({unit.Id})" : upload.Unit;
}
