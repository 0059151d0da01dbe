using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Headings over the next dossiers: "I. Lĩnh vực hộ tịch", "A | Xã Long Khánh A | 12 hồ sơ". A name where a dossier
/// has one is not enough: that may be all that is left of a dossier.
/// </summary>
internal sealed partial class SectionRows(Header header, Lexicon lexicon)
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public bool Contains(Row row, RowTexts cells)
    {
        if (row.HasFormula)
            return false;
        if (cells.Count == 1)
            return IsHeadingAlone(cells);
        var text = Ordinal().IsMatch(cells[0]) ? 1 : 0;
        if (!IsText(cells[text]) || (text == 0 && !BeginsSection(cells[0])))
            return false;
        for (var i = text + 1; i < cells.Count; i++)
        {
            if (!IsCount(cells[i]))
                return false;
        }
        return true;
    }

    /// <summary>12, or "12 hồ sơ".</summary>
    public static bool IsCount(ReadOnlySpan<char> text) => text.Length <= 24 && Counted().IsMatch(text);

    /// <summary>A text at the left, or the number of a line that was left blank.</summary>
    private bool IsHeadingAlone(RowTexts cells)
    {
        var (place, code) = (cells.PlaceOf(0), header[Column.Code]);
        if (IsCount(cells[0]))
            return place < code;
        return IsText(cells[0]) && (place == 0 || place == code || BeginsSection(cells[0]));
    }

    /// <summary>Words, in which there may be a number, but no code, date or value.</summary>
    private bool IsText(string text) =>
        !lexicon.IsValue(text)
        && !text.StartsWith('=')
        && !CivilDate.TryParse(text, out _)
        && (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 || Wordy().IsMatch(text));

    private static bool BeginsSection(string text) => Section().IsMatch(Fold.Bare(Fold.Of(text)));

    [GeneratedRegex(@"^\(?([IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)/]{0,2}$", Plain)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\(?([0-9]{1,4}|[0-9]{1,3}[.,][0-9]{3})([.,][0-9]{1,2})? ?(%|hồ sơ|hs|HS)?\)?$", Plain)]
    private static partial Regex Counted();

    /// <summary>At least two words, and more than their numbers.</summary>
    [GeneratedRegex(@"\p{L}{2,}.*\s.*\p{L}|\p{L}{2,}\s*[(:]|^[IVX0-9]{1,4}[.)]\s*\p{L}{2,}", Plain)]
    private static partial Regex Wordy();

    /// <summary>Compared without diacritics.</summary>
    [GeneratedRegex(
        @"^([ivx0-9]{1,5}|[a-z])[.)/] ?\S|^(linh vuc|thu tuc|nhom|loai|phan|muc|don vi|co quan|xa|phuong|thi tran|trong do|ghi chu|luu y|so ho so|danh sach)( |:|$)",
        Plain
    )]
    private static partial Regex Section();
}
