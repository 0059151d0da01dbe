using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>What was recorded of an issued letter, or of its number, can't be read: only a backup can put it back.</summary>
public sealed class DamagedLetterException(string blob, Exception? cause = null)
    : DamagedException($"{StoredNames.Notices}/{blob} can't be read", cause)
{
    public override Damage Damage { get; } =
        new(
            $"{StoredNames.Notices}/{blob}",
            "hồ sơ công văn đã ban hành không đọc được: lấy lại từ bản sao lưu; các đơn vị khác không bị ảnh hưởng"
        );
}
