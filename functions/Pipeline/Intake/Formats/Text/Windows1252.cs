using System.Text;

namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// The Windows-1252 image of bytes: every byte as one character and back, so that a text in an encoding that isn't
/// known yet can be split into rows and cells first. The five bytes that Windows-1252 leaves undefined are the C1
/// controls of the same number, as Windows itself reads them.
/// </summary>
internal static class Windows1252
{
    private const char FirstControl = '\u0080';
    private const char LastControl = '\u009F';

    /// <summary>Bytes 80 to 9F (Unicode's mapping table CP1252, its gaps filled).</summary>
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090\u2018\u2019\u201C\u201D•–—\u02DC™š›œ\u009DžŸ";

    /// <summary>Writes one character for each byte; <paramref name="text"/> must have room for all.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        Encoding.Latin1.GetChars(bytes, text);
        var rest = text[..bytes.Length];
        while (rest.IndexOfAnyInRange(FirstControl, LastControl) is >= 0 and var at)
        {
            rest[at] = Upper[rest[at] - FirstControl];
            rest = rest[(at + 1)..];
        }
    }

    /// <summary>
    /// The bytes a text is the image of; C1 controls count as their bytes, so that the Latin-1 image of bytes is read
    /// as well. False where a character is in neither.
    /// </summary>
    public static bool TryEncode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= '\u00FF')
                bytes[i] = (byte)text[i];
            else if (Upper.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var at)
                bytes[i] = (byte)(FirstControl + at);
            else
                return false;
        }
        return true;
    }
}
