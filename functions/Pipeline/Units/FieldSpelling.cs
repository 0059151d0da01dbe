using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Units;

/// <summary>
/// When two texts spell the same field: case, hyphens, commas, "và", where a tone stands and lí or lý don't matter.
/// A key is the words, their marks apart, joined by hyphens.
/// </summary>
internal static partial class FieldSpelling
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const char Stroke = '\u0335';
    private const string And = "va\u0300";

    /// <summary>Consonants after which a closing y is an i to half of those who write.</summary>
    private const string BeforeY = "hklmst";

    public static string Of(string text)
    {
        var words = new List<string>();
        var (word, tone) = (new StringBuilder(), "");
        foreach (var c in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (Tones.Contains(c, StringComparison.Ordinal))
                tone += c;
            else if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                _ = c is 'đ' or 'Đ' ? word.Append('d').Append(Stroke) : word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                words.Add(Closed(word) + tone);
                (word, tone) = (word.Clear(), "");
            }
        }
        return string.Join('-', words.Where(spelt => spelt is not (And or "va")));
    }

    /// <summary>What stands between hyphens, commas and "và" (its numbering is no part).</summary>
    public static IEnumerable<string> Parts(string text) =>
        Between().Split(text).Where(part => !Numbering().IsMatch(part));

    /// <summary>"(CT)" behind Chứng thực.</summary>
    public static bool IsInitials(string text, string name)
    {
        var initials = string.Concat(Bare(Of(name)).Split('-').Select(word => word[0]));
        return initials.Length > 1 && Bare(Of(text)) == initials;
    }

    /// <summary>The key of a text as people type it without marks.</summary>
    public static string Bare(string key) =>
        string.Concat(key.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(
        @"[-–,;/&+]|\s(và|va)\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*([0-9]{1,2}|[IVX]{1,4})?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    private static string Closed(StringBuilder word)
    {
        if (word.Length > 1 && word[^1] == 'y' && BeforeY.Contains(word[^2], StringComparison.Ordinal))
            word[^1] = 'i';
        return word.ToString();
    }
}
