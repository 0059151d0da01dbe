using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// Texts with people's names or addresses in them rather than names of things. Only what most of them show is
/// recognised: a family name with a middle name, or followed by a capital; a hamlet, a numbered group or house. It is
/// enough to keep a slipped column out of the figures.
/// </summary>
internal static class PersonalText
{
    private static readonly char[] Separators = [.. " ,;:/|()<>\"'\t"];

    /// <summary>Family names of nine in ten people with which no field of procedures begins.</summary>
    private static readonly FrozenSet<string> Family = Set(
        "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô dương trịnh đinh trương phùng tạ tô nguyen tran pham huynh"
    );

    /// <summary>Family names that are everyday words too ("Lý lịch tư pháp").</summary>
    private static readonly FrozenSet<string> Doubtful = Set("lý hồ đào đoàn lâm cao mai lương hà thái châu chu");
    private static readonly FrozenSet<string> Middle = Set("văn thị van thi");
    private static readonly FrozenSet<string> Hamlets = Set("ấp khóm");
    private const string HouseNumber = "số";
    private static readonly FrozenSet<string> Numbered = Set("tổ đường");

    /// <summary>A word behind the first is written as a name is: "Đã xử lý Nguyễn"; "VNeID" is none.</summary>
    public static bool HasCapitalInside(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Any(word => word.Length > 1 && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower));

    /// <summary>
    /// The first word is a family name; one that is an everyday word too counts in capitals only: "LÝ THANH TOÁN", not
    /// "Hồ sơ".
    /// </summary>
    public static bool BeginsAsName(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
        && (Family.Contains(Fold.Of(first)) || (Doubtful.Contains(Fold.Of(first)) && !text.Any(char.IsLower)));

    public static bool IsIn(string text)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && Fold.Of(words[0]) == HouseNumber && char.IsDigit(words[1][0]))
            return true;
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (IsName(words[at], words[at + 1]) || IsAddress(words[at], words[at + 1]))
                return true;
        }
        return false;
    }

    private static bool IsName(string first, string second)
    {
        var (family, middle) = (Fold.Of(first), Fold.Of(second));
        if (Middle.Contains(middle))
            return Family.Contains(family) || Doubtful.Contains(family);
        return Family.Contains(family) && char.IsUpper(first[0]) && char.IsUpper(second[0]);
    }

    private static bool IsAddress(string first, string second)
    {
        var word = Fold.Of(first);
        return Hamlets.Contains(word) || (Numbered.Contains(word) && char.IsDigit(second[0]));
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(word => Fold.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
