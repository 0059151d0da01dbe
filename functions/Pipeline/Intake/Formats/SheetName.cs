using System.Collections.Frozen;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Formats;

/// <summary>How a sheet is told to its sender: by its name if that is made of everyday words, which a person's isn't.</summary>
internal static class SheetName
{
    private static readonly FrozenSet<string> Everyday =
        "sheet trang tinh bang to so lieu du danh sach ho so thang quy nam tuan ngay data export report bao cao tong hop tiep nhan xuat file tep moi cu"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"'Sheet1'", or "thứ 2" by its place among the visible sheets.</summary>
    public static string Shown(string name, int number)
    {
        var words = Fold.Bare(Fold.Of(name))
            .Split([' ', '_', '-', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var isEveryday = words.Length > 0 && Array.TrueForAll(words, IsEveryday);
        return isEveryday ? $"'{name}'" : FormattableString.Invariant($"thứ {number}");
    }

    private static bool IsEveryday(string word)
    {
        var letters = word.TrimEnd("0123456789".ToCharArray());
        return word.Length - letters.Length <= 4 && (letters.Length == 0 || Everyday.Contains(letters));
    }
}
