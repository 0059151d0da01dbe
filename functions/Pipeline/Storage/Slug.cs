using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Storage;

/// <summary>The ASCII form of a Vietnamese name: đ → d, marks dropped, lower case, every other run of characters one hyphen.</summary>
public static class Slug
{
    public const string Unknown = "unknown";

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(lower))
                slug.Append(lower);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var text = slug.ToString().TrimEnd('-');
        return text.Length == 0 ? Unknown : text;
    }
}
