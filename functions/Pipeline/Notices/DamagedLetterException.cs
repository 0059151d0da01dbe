using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>What was recorded of an issued letter, or of its number, can't be read: only a backup can put it back.</summary>
public sealed class DamagedLetterException(string blob, Exception? cause = null)
    : DamagedException($"{StoredNames.Notices}/{blob} can't be read", cause)
{
    public override Damage Damage { get; } =
        new(
            $"{StoredNames.Notices}/{blob}",
            blob.StartsWith(Paths.NoticeNumbers, StringComparison.Ordinal)
                ? "ghi nhận số công văn này không đọc được: xóa đi, đêm sau được lập lại từ hồ sơ công văn; các số khác không bị ảnh hưởng"
                : "hồ sơ công văn đã ban hành không đọc được, bị sửa ngoài hệ thống hoặc là của công văn khác: lấy lại từ bản sao lưu, hoặc xóa đi rồi ghi lại đúng số và ngày trên công văn (cchc notices issue); các đơn vị khác không bị ảnh hưởng"
        );
}
