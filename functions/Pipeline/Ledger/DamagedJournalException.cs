using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A journal entry or marker can't be read. It is the truth: nothing can be derived of its unit before it is put back.</summary>
public sealed class DamagedJournalException(string unit, string blob, string words, Exception? cause = null)
    : DamagedException($"{StoredNames.Journal}/{blob} of unit {unit} is damaged: {words}", cause)
{
    public string Unit { get; } = unit;

    public override Damage Damage { get; } = new($"{StoredNames.Journal}/{blob}", words);

    private const string Foreign = "tệp này là bản chép của một mục nhật ký khác";

    /// <summary>Of an entry that says another place of itself: restored, it would come back.</summary>
    internal static string WordsOfForeign(string own) =>
        $"{Foreign} ({own}): chuyển tệp ra khỏi nhật ký; nếu một mục thật đã bị chép đè thì phục hồi mục đó từ bản sao lưu";

    /// <summary>Once moved out, nothing is wrong; an entry that it lay over is missed then.</summary>
    internal static bool IsForeign(Damage damage) => damage.Words.StartsWith(Foreign, StringComparison.Ordinal);
}
