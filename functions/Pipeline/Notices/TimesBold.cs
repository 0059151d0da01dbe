using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>Advance widths of Times New Roman Bold, so that a line under a text can be drawn as long as the law wants it.</summary>
internal static class TimesBold
{
    private const int Widest = 1000;
    private const char Horn = '\u031B';

    // Thousandths of the type size.
    private static readonly (int Width, string Letters)[] Groups =
    [
        (220, "|"),
        (250, " ,."),
        (278, "'/\\il"),
        (333, "!()-:;[]`fjt"),
        (389, "Is"),
        (394, "{}"),
        (444, "cerz"),
        (500, "#$*0123456789?J_agovxy"),
        (520, "~"),
        (555, "\""),
        (556, "Sbdhknpquđ"),
        (570, "+<=>"),
        (581, "^"),
        (611, "FP"),
        (667, "BELTZ"),
        (722, "ACDNRUVXYwĐ"),
        (778, "GHKOQ"),
        (833, "&m"),
        (930, "@"),
        (944, "M"),
        (1000, "%W"),
    ];

    private static readonly FrozenDictionary<char, int> Widths = Groups
        .SelectMany(group => group.Letters, (group, letter) => KeyValuePair.Create(letter, group.Width))
        .ToFrozenDictionary();

    /// <summary>Width in twips (twentieths of a point) at a size in points.</summary>
    public static int Twips(string text, int points)
    {
        var thousandths = 0;
        var before = '\0';
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            thousandths += Width(c, before);
            before = c;
        }
        return thousandths * points * 20 / 1000;
    }

    // A horn (first in decomposed order) widens its letter by a little, every other mark by nothing.
    private static int Width(char c, char before) =>
        (c, before) switch
        {
            (Horn, 'U') => 74,
            (Horn, 'u') => 44,
            (Horn, 'o') => 54,
            _ when IsMark(c) => 0,
            _ => Widths.GetValueOrDefault(c, Widest),
        };

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
