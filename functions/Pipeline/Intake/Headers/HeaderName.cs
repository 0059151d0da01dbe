using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>The name of one column in a header over one or more rows.</summary>
/// <param name="Text">As its sender recognises it: "Ngày / tiếp nhận".</param>
/// <param name="Meaning">What it means; null when it isn't known.</param>
/// <param name="IsJoined">True when it is made of a heading and a text below it.</param>
/// <param name="Contradicts">True when the text below alone would mean another column.</param>
internal readonly record struct HeaderName(string Text, HeaderMeaning? Meaning, bool IsJoined, bool Contradicts)
{
    /// <summary>
    /// A column's own text always belongs to its name, headings may: before it ("Hình thức" over "nộp") or behind it
    /// ("Tiếp nhận" over "Ngày"). The fullest name that is known counts: "Ngày nhận" below "Kết quả" isn't "Ngày nhận".
    /// </summary>
    public static HeaderName Of(HeaderStack stack, int place, Lexicon lexicon)
    {
        if (stack.Lines.Count == 1)
            return Alone(stack.Lowest, place, lexicon);
        var parts = stack.PartsOf(place);
        if (parts.Count == 0)
            return new(HeaderText.Shown(stack.Lowest[place]), null, false, false);
        var alone = Alone(stack.Lines[parts[^1].Level], place, lexicon);
        foreach (var order in Orders(parts.Count))
        {
            var words = string.Join(' ', order.Select(part => stack.Words(parts[part])));
            if (words.Length > HeaderText.Longest || !lexicon.Headers.TryGetAsWritten(words, out var meaning))
                continue;
            var text = string.Join(" / ", order.Order().Select(part => HeaderText.Shown(stack.Text(parts[part]))));
            return new(text, meaning, true, alone.Meaning is { } own && own.Column != meaning.Column);
        }
        return alone;
    }

    private static HeaderName Alone(HeaderLine line, int place, Lexicon lexicon)
    {
        var text = line[place];
        var shown = lexicon.Headers.TryGetAsWritten(text, out _) ? text : HeaderText.Shown(text);
        return new(shown, line.MeaningAt(place, lexicon), false, false);
    }

    private static int[][] Orders(int parts) =>
        parts switch
        {
            3 =>
            [
                [0, 1, 2],
                [2, 1, 0],
                [1, 2],
                [2, 1],
                [0, 2],
                [2, 0],
            ],
            2 =>
            [
                [0, 1],
                [1, 0],
            ],
            _ => [],
        };
}
