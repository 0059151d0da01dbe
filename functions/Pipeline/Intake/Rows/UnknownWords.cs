using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Words of the file that its profile doesn't know, by column and with their rows, and the line that would teach it.
/// Only a text that is made of the words of channels and statuses is told as it is (domain.md §8): it may be somebody's
/// name, illness or lot in the wrong column, on however many rows.
/// </summary>
internal sealed class UnknownWords(Header header, Lexicon lexicon)
{
    private const int Remembered = 200;
    private const int Listed = 20;
    private const int Longest = 40;

    /// <summary>A text on fewer rows is no word of the system's, unless every word of it is known.</summary>
    private const int Repeated = 3;

    private static readonly ClosedVocabulary Tellable = new(ClosedVocabulary.Shipped("value_words.txt"));

    private readonly Dictionary<Column, Dictionary<string, int>> byColumn = [];

    public void Add(Column column, ReadOnlySpan<char> text)
    {
        if (ListOf(column) is null)
            return;
        if (!byColumn.TryGetValue(column, out var words))
            byColumn[column] = words = new(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var rows) || words.Count < Remembered)
            lookup[text] = rows + 1;
    }

    /// <summary>A warning for each column that has a word that may be told.</summary>
    public IEnumerable<RowFault> Told()
    {
        foreach (var (column, words) in byColumn.OrderBy(words => words.Key))
        {
            // A word of another column is no new word: the cells of its row are shifted.
            var all = words
                .Where(word => !lexicon.Knows(word.Key))
                .OrderByDescending(word => word.Value)
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(Listed)
                .ToList();
            var told = all.Where(word => MayBeTold(word.Key, word.Value)).Select(word => word.Key).ToList();
            if (told.Count == 0)
                continue;
            var counts = all.Select(word =>
                $"{(told.Contains(word.Key) ? $"\"{word.Key}\"" : Shape.Echo(word.Key, lexicon))} ({word.Value} dòng)"
            );
            yield return FileFaults.UnknownWords(
                header,
                column,
                string.Join(", ", counts),
                $"\"{ListOf(column)}\": [{{ \"value\": \"?\", \"texts\": [{string.Join(", ", told.Select(text => $"\"{text}\""))}] }}]"
            );
        }
    }

    private bool MayBeTold(string text, int rows) =>
        text.Length <= Longest
        && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '/' or '(' or ')' or ',' or '.')
        && Invisible.In(text).Length == 0
        && (rows >= Repeated || lexicon.SoundsKnown(text))
        && Tellable.Spells(text);

    /// <summary>The profile's member that teaches a column's words; null for columns without a closed list.</summary>
    private static string? ListOf(Column column) =>
        column switch
        {
            Column.Status => "statuses",
            Column.Channel => "channels",
            Column.ReturnChannel => "returnChannels",
            Column.Level => "levels",
            Column.Code or Column.Received or Column.Due or Column.Finished or Column.Returned => null,
            // Whatever is neither yes nor no is unknown, by rule.
            Column.Digitised or Column.PaidOnline => null,
            Column.Field or Column.Procedure or Column.Unit or Column.Dropped => null,
        };
}
