namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// A text file: decoded once, then offered with each separator. What isn't Unicode is offered as the image of its
/// bytes, for <see cref="Recodings"/> to find out. Under a byte order mark nothing else is tried.
/// </summary>
internal static class TextExport
{
    private const int Sample = 4096;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public static ExportFile Open(ReadOnlySpan<byte> content)
    {
        if (DecodedText.TryDecode(content) is not { } text)
        {
            if (Unicode.Mark(content) is not null)
                return ExportFile.Broken(FileDefects.UnknownEncoding);
            text = DecodedText.ImageOf(content);
        }
        if (text.Span.IndexOf('\0') is >= 0 and var at)
        {
            var line = 1 + Lines.CountIn(text.Span[..at]);
            text.Dispose();
            return ExportFile.Broken(FileDefects.NulCharacter(line));
        }
        return new ExportFile(Tables(text), text);
    }

    /// <summary>The separator that occurs most often at the beginning is tried first.</summary>
    private static DelimitedRows[] Tables(DecodedText text)
    {
        var sample = text.Span[..Math.Min(text.Length, Sample)];
        var counts = new int[Separators.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = -sample.Count(Separators[i]);
        var separators = (char[])Separators.Clone();
        Array.Sort(counts, separators);
        return Array.ConvertAll(separators, separator => new DelimitedRows(text, separator));
    }
}
