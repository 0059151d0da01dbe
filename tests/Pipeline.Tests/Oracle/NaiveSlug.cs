using System.Text;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>design.md §3: "the ASCII slug of its NFC name (đ → d, lower case, everything else -)".</summary>
public static class NaiveSlug
{
    public static string Of(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Replace('đ', 'd');
        var letters = plain.Where(c => c is < '\u0300' or > '\u036F');
        var hyphened = string.Concat(letters.Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-'));
        var words = hyphened.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "unknown" : string.Join('-', words);
    }
}
