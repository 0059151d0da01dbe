using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Looks up the cells of one column: as written first, folded once per unusual text.</summary>
internal sealed class WordColumn<T>(WordBook<T> book)
    where T : struct
{
    private const int Remembered = 256;
    private Dictionary<string, T?>? unusual;

    public bool TryRead(ReadOnlySpan<char> text, out T value) =>
        book.TryGetAsWritten(text, out value) || TryReadUnusual(text, out value);

    private bool TryReadUnusual(ReadOnlySpan<char> text, out T value)
    {
        unusual ??= new Dictionary<string, T?>(StringComparer.Ordinal);
        var lookup = unusual.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var known))
        {
            known = book.TryGet(text, out var found) ? found : null;
            if (unusual.Count < Remembered)
                lookup[text] = known;
        }
        value = known.GetValueOrDefault();
        return known is not null;
    }
}
