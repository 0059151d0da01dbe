using System.Text;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// From bytes to text. What the bytes say goes before what is declared, which is often wrong: a byte order mark or
/// valid UTF-8; then the header's charset, then the page's own; else UTF-8 with gaps.
/// </summary>
internal static partial class PageEncoding
{
    private const int Head = 4096;

    public static (char[] Text, bool IsDecoded) Decode(ReadOnlySpan<byte> body, string charset)
    {
        if (DecodedText.TryDecode(body) is { } unicode)
        {
            using (unicode)
                return (unicode.Span.ToArray(), true);
        }
        var declared = Find(charset) ?? Find(InPage(body));
        if (declared is not null and not UTF8Encoding)
            return (declared.GetString(body).ToCharArray(), true);
        return (Encoding.UTF8.GetString(body).ToCharArray(), false);
    }

    private static string InPage(ReadOnlySpan<byte> body) =>
        Declaration().Match(Encoding.Latin1.GetString(body[..Math.Min(body.Length, Head)])).Groups["name"].Value;

    private static Encoding? Find(string name)
    {
        try
        {
            return name.Length == 0
                ? null
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """charset\s*=\s*["']?(?<name>[A-Za-z0-9_.:-]{2,40})""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declaration();
}
