using CCHC.Pipeline.Intake.Formats.Recodings;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The names of fields (lĩnh vực) in one file: each made once, all spellings of one field unified to the last.</summary>
internal sealed class FieldNames
{
    private const int Longest = 100;
    private const int DigitsOfANumber = 6;

    /// <summary>No desk has so many fields; a column with more of them holds something else.</summary>
    private const int Most = 500;
    private const int Remembered = 10_000;
    private readonly Dictionary<string, FieldName?> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spellings> bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldName?>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public FieldNames() => lookup = byText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name a cell holds; null for a text that can't be one.</summary>
    public FieldName? Read(ReadOnlySpan<char> text)
    {
        if (lookup.TryGetValue(text, out var known))
            return known;
        if (AreTooMany && byText.Count >= Remembered)
            return null;
        var name = Make(text);
        if (text.Length <= Longest && byText.Count < Remembered)
            lookup[text] = name;
        return name;
    }

    /// <summary>True once there are so many that the column holds something else; new ones are left out.</summary>
    public bool AreTooMany => bySlug.Count == Most;

    /// <summary>The last accepted spelling of a name's field.</summary>
    public string Unified(string name) => lookup[name]!.Field.Last;

    /// <summary>True when at least one field is spelt in two ways.</summary>
    public bool NeedUnifying => bySlug.Values.Any(spellings => spellings.Count > 1);

    private FieldName? Make(ReadOnlySpan<char> text)
    {
        if (text.Length > 4 * Longest || !VietnameseText.IsPlausible(text))
            return null;
        var name = Fold.Collapse(Fold.Nfc(text));
        var slug = Slug.Of(name);
        if (!IsName(name) || slug == Slug.Unknown)
            return null;
        if (!bySlug.TryGetValue(slug, out var spellings))
        {
            if (AreTooMany)
                return null;
            bySlug[slug] = spellings = new Spellings(name);
        }
        if (!byText.TryGetValue(name, out var own) || own is null)
        {
            byText[name] = own = new FieldName(name, spellings);
            spellings.Count++;
        }
        return own;
    }

    private static bool IsName(string name)
    {
        if (name.Length is 0 or > Longest || name[0] is '=' || name.Contains('@', StringComparison.Ordinal))
            return false;
        var run = 0;
        foreach (var c in name)
        {
            run = char.IsDigit(c) ? run + 1 : 0;
            if (run == DigitsOfANumber)
                return false;
        }
        return !PersonalText.IsIn(name);
    }
}

/// <summary>One spelling of a field's name.</summary>
internal sealed record FieldName(string Name, Spellings Field);

/// <summary>How one field is spelt in a file.</summary>
internal sealed class Spellings(string last)
{
    public string Last { get; set; } = last;
    public int Count { get; set; }
}
