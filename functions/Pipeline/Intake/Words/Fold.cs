using System.Buffers;
using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// When two texts are the same word: NFC, lower case, blanks collapsed, invisible characters dropped, tone marks
/// where the newer spelling puts them (hoà = hòa). Nothing is guessed beyond that.
/// </summary>
internal static class Fold
{
    private static readonly string[] OlderTones = [.. "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".Split(' ')];
    private static readonly string[] NewerTones = [.. "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".Split(' ')];

    private static readonly SearchValues<char> SecondVowels = SearchValues.Create("àáảãạèéẻẽẹỳýỷỹỵ");

    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = Collapse(Nfc(text)).ToLowerInvariant();
        if (!folded.AsSpan().ContainsAny(SecondVowels))
            return folded;
        for (var i = 0; i < OlderTones.Length; i++)
            folded = folded.Replace(OlderTones[i], NewerTones[i], StringComparison.Ordinal);
        return folded;
    }

    /// <summary>A folded text as people type it without diacritics: marks dropped, đ → d.</summary>
    public static string Bare(string folded)
    {
        var bare = new StringBuilder(folded.Length);
        foreach (var c in folded.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                bare.Append(c is 'đ' ? 'd' : c);
        }
        return bare.ToString();
    }

    /// <summary>
    /// NFC of any text: half surrogate pairs and U+FFFE, which have none, are dropped; eth, which fonts draw like đ and
    /// no Vietnamese text means, is đ.
    /// </summary>
    public static string Nfc(ReadOnlySpan<char> text)
    {
        var valid = text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE');
        return (valid ? text.ToString() : OnlyValid(text))
            .Normalize(NormalizationForm.FormC)
            .Replace('Ð', 'Đ')
            .Replace('ð', 'đ');
    }

    /// <summary>Runs of blanks become one space, none at the ends; invisible characters go.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (collapsed.Length > 0 && collapsed[^1] != ' ')
                    collapsed.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            {
                collapsed.Append(c);
            }
        }
        return collapsed.ToString().TrimEnd(' ');
    }

    private static string OnlyValid(ReadOnlySpan<char> text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && rune.Value != 0xFFFE)
                valid.Append(rune.ToString());
        }
        return valid.ToString();
    }
}
