using System.Buffers;
using System.Text;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>One of the first rows of a table, copied because a row's cells last only until the next is read.</summary>
internal sealed class HeaderLine
{
    private const int LongestTitle = 400;

    /// <summary>So many digits in a row are a code's, a number's, or a serial day's.</summary>
    private const int DigitsOfData = 5;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private readonly string[] texts;
    private string?[]? words;
    private (bool IsRead, HeaderMeaning? Meaning)[]? meanings;

    public HeaderLine(Row row, DateOnly epoch)
    {
        Line = row.Line;
        texts = new string[row.Count];
        for (var place = 0; place < texts.Length; place++)
        {
            var text = row[place];
            texts[place] = text.IsEmpty ? "" : text[..Math.Min(text.Length, LongestTitle)].ToString();
            if (text.IsEmpty)
                continue;
            Width = place + 1;
            if (row.KindOf(place) is CellKind.Number && place > 0 && SaysDay(texts[place - 1]))
                texts[place] = Day(text, epoch);
        }
    }

    public int Line { get; }

    /// <summary>Cells up to the last one that isn't blank.</summary>
    public int Width { get; }

    public bool HasTrailingBlanks => texts.Length > Width;

    public string this[int place] => place < texts.Length ? texts[place] : "";

    /// <summary>The folded name in a cell; "" for a blank cell and for one too long to be a header.</summary>
    public string WordsAt(int place)
    {
        if (place >= Width || texts[place].Length is 0 or > HeaderText.Longest)
            return "";
        words ??= new string?[Width];
        return words[place] ??= HeaderText.Words(texts[place]);
    }

    /// <summary>What a text means by itself; null when it isn't known.</summary>
    public HeaderMeaning? MeaningAt(int place, Lexicon lexicon)
    {
        if (place >= Width)
            return null;
        meanings ??= new (bool, HeaderMeaning?)[Width];
        if (!meanings[place].IsRead)
            meanings[place] = (true, HeaderText.TryGet(texts[place], lexicon, out var meaning) ? meaning : null);
        return meanings[place].Meaning;
    }

    public bool HasDigits => Array.Exists(texts, text => text.AsSpan().ContainsAny(Digits));

    /// <summary>A date, a code or a formula: no header text.</summary>
    public bool HasData => Array.Exists(texts, IsData);

    /// <summary>A blank between its texts, one text twice side by side, or cells behind the last text.</summary>
    public bool HasGaps
    {
        get
        {
            for (var place = 0; place < Width; place++)
            {
                if (texts[place].Length == 0 || (place > 0 && texts[place] == texts[place - 1]))
                    return true;
            }
            return HasTrailingBlanks;
        }
    }

    /// <summary>All texts of the row as one; a text filled into several cells side by side once.</summary>
    public string Joined()
    {
        var title = new StringBuilder();
        var last = "";
        foreach (var text in texts)
        {
            if (text.Length == 0 || text == last || title.Length >= LongestTitle)
                continue;
            title.Append(text).Append(' ');
            last = text;
        }
        return title.ToString();
    }

    private static bool IsData(string text)
    {
        if (text.StartsWith('=') || CivilDate.TryParse(text, out _))
            return true;
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == DigitsOfData)
                return true;
        }
        return false;
    }

    /// <summary>"đến ngày" in one cell, a spreadsheet's date in the next.</summary>
    private static bool SaysDay(string before)
    {
        var said = before.AsSpan().TrimEnd(" :");
        return said.EndsWith("ngày", StringComparison.OrdinalIgnoreCase)
            || said.EndsWith("ngay", StringComparison.OrdinalIgnoreCase);
    }

    private static string Day(ReadOnlySpan<char> text, DateOnly epoch) =>
        CivilDate.TryParseSerial(text, epoch, out var day) ? DayText.Of(day) : text.ToString();
}
