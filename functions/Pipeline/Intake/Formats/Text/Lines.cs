namespace CCHC.Pipeline.Intake.Formats.Text;

internal static class Lines
{
    /// <summary>Line ends: LF, CR LF and CR.</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAny('\r', '\n') is >= 0 and var at)
        {
            count++;
            var isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            text = text[(at + (isPair ? 2 : 1))..];
        }
        return count;
    }
}
