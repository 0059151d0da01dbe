using CCHC.Pipeline.Intake.Formats.Recodings;
using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>A page and its tables, in the order of their beginnings.</summary>
/// <param name="IsImage">The encoding is yet to be found: the text is bytes as Windows-1252 shows them.</param>
internal sealed record HtmlPage(DecodedText Text, bool IsImage, IReadOnlyList<TableExtent> Tables)
{
    private const int Head = 64 * 1024;

    /// <summary>U+00A0 may be half a letter: in bytes yet to be decoded, and in UTF-8 that was misread ("Ã" and it: à).</summary>
    public bool HardBlanksAreLetters { get; } =
        IsImage || MisreadUtf8.ShowsIn(Text.Span[..Math.Min(Head, Text.Length)]);

    /// <summary>Excel for Mac counts days from 1904 and says so in the settings that it hides in a comment.</summary>
    public DateOnly SerialEpoch { get; } =
        Text.Span[..Math.Min(Head, Text.Length)].Contains("<x:Date1904", StringComparison.OrdinalIgnoreCase)
            ? new(1904, 1, 1)
            : new(1899, 12, 30);
}
