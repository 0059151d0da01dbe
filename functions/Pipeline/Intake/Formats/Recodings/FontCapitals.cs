namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// Makes capitals of the letters that only a font showed as such. A word is in capitals if two of its letters are
/// written as capitals and none is small; one capital tells nothing ("Hộ"), unless the whole cell is in capitals.
/// </summary>
internal static class FontCapitals
{
    public static void Raise(Span<char> text)
    {
        var isAllCapitals = !text.ContainsAnyInRange('a', 'z') && AnyWord(text);
        for (var start = 0; start < text.Length; start++)
        {
            var word = WordAt(text, start);
            if (isAllCapitals || IsInCapitals(word))
                Raised(word);
            start += word.Length;
        }
    }

    private static bool AnyWord(Span<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var word = WordAt(text, start);
            if (IsInCapitals(word))
                return true;
            start += word.Length;
        }
        return false;
    }

    private static Span<char> WordAt(Span<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[start..end];
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
        return capitals > 1 && !word.ContainsAnyInRange('a', 'z');
    }

    private static void Raised(Span<char> word)
    {
        foreach (ref var c in word)
            c = char.ToUpperInvariant(c);
    }
}
