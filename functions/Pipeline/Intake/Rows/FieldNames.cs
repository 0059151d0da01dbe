using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The names of fields (lĩnh vực) that the cells of one file mean: each text is folded and looked up once.</summary>
internal sealed class FieldNames
{
    private const int Longest = 200;
    private const int Remembered = 10_000;
    private readonly FieldList fields;
    private readonly Dictionary<string, string?> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public FieldNames(FieldList fields) =>
        (this.fields, lookup) = (fields, byText.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The listed name of the field; null for any other text.</summary>
    public string? Read(ReadOnlySpan<char> text)
    {
        if (lookup.TryGetValue(text, out var known))
            return known;
        if (text.Length > Longest)
            return null;
        var name = fields.Find(Fold.Collapse(Fold.Nfc(text)))?.Name;
        if (byText.Count < Remembered)
            lookup[text] = name;
        return name;
    }
}
