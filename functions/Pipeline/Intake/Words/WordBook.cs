using System.Collections.Frozen;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// Texts and what each means. Every text is there as written, folded, and without diacritics, so that a usual cell
/// is found by its own characters and an unusual one after one folding.
/// </summary>
internal sealed class WordBook<T>
{
    /// <summary>No longer text is a word, however many blanks and marks are in it: a cell of megabytes isn't folded.</summary>
    private const int Longest = 1024;

    private readonly FrozenDictionary<string, T> meanings;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Makes a book of texts with their meanings.</summary>
    /// <param name="texts">The first meaning of a text counts.</param>
    /// <param name="same">When two meanings are no contradiction; null: when they are equal.</param>
    /// <exception cref="InvalidDataException">One text has two meanings.</exception>
    public WordBook(IEnumerable<(string Text, T Meaning)> texts, IEqualityComparer<T>? same = null)
    {
        same ??= EqualityComparer<T>.Default;
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (text, meaning) in texts)
        {
            var folded = Fold.Of(text);
            foreach (var form in new[] { text, folded, Fold.Bare(folded) })
            {
                if (!all.TryAdd(form, meaning) && !same.Equals(all[form], meaning))
                    throw new InvalidDataException($"\"{text}\" có hai nghĩa trong một mẫu nguồn dữ liệu.");
            }
        }
        meanings = all.ToFrozenDictionary(StringComparer.Ordinal);
        lookup = meanings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Known as it is written, without folding.</summary>
    public bool TryGetAsWritten(ReadOnlySpan<char> text, out T meaning) => lookup.TryGetValue(text, out meaning!);

    public bool TryGet(ReadOnlySpan<char> text, out T meaning) =>
        lookup.TryGetValue(text, out meaning!)
        || (text.Length <= Longest && meanings.TryGetValue(Fold.Of(text), out meaning!));
}
