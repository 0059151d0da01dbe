using System.Text;
using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>
/// The text of a page. What its bytes say goes before what it declares, which is often wrong: a byte order mark,
/// UTF-16's pattern, strict UTF-8; then Windows-1258 if declared; else the bytes as Windows-1252 shows them.
/// </summary>
internal static class HtmlText
{
    private const int Head = 64 * 1024;
    private const string Declaration = "charset";

    /// <summary>The text, and whether it is only an image of bytes in an encoding yet to be found.</summary>
    public static (DecodedText Text, bool IsImage) Decode(ReadOnlySpan<byte> content)
    {
        if (DecodedText.TryDecode(content) is { } unicode)
            return (unicode, false);
        if (Declares(content, "windows-1258") && DecodeVietnamese(content) is { } vietnamese)
            return (vietnamese, false);
        return (DecodedText.ImageOf(content), true);
    }

    private static DecodedText? DecodeVietnamese(ReadOnlySpan<byte> content)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            1258,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        )!;
        var buffer = TextBuffers.Rent(content.Length);
        try
        {
            return new DecodedText(buffer, encoding.GetChars(content, buffer), "Windows-1258");
        }
        catch (DecoderFallbackException)
        {
            TextBuffers.Return(buffer);
            return null;
        }
    }

    /// <summary>In a meta element or its content attribute.</summary>
    private static bool Declares(ReadOnlySpan<byte> content, string name)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Head)]).AsSpan();
        while (head.IndexOf(Declaration, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            head = head[(at + Declaration.Length)..];
            if (head.TrimStart("= \t\r\n\"'").StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
