using System.Collections.Frozen;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Units;

/// <summary>A field (lĩnh vực) of procedures.</summary>
/// <param name="Name">As reports write it.</param>
/// <param name="OtherNames">What desks call it beside that.</param>
public sealed record ListedField(string Name, IReadOnlyList<string> OtherNames)
{
    /// <summary>By which its figures are kept: the slug of its name.</summary>
    public string Id => Slug.Of(Name);

    /// <summary>Every spelling.</summary>
    public IEnumerable<string> Names => OtherNames.Prepend(Name);
}

/// <summary>
/// The fields that an export may name. Whatever else stands in that column may be a person, and is unknown: no look at
/// a text tells "Ksor Hlan" from a field (design.md §4, law 8). Marks matter where a text has any: Hải Quân is somebody,
/// hải quan a field, and "hai quan" may be taken for it.
/// </summary>
public sealed class FieldList
{
    /// <summary>More than the country has.</summary>
    public const int Most = 1_000;

    private readonly Func<string, string> fold;
    private readonly FrozenDictionary<string, ListedField> bySpelling;
    private readonly FrozenDictionary<string, ListedField> byBareSpelling;

    /// <summary>A list of these fields.</summary>
    /// <param name="all">No two of which share a spelling, with marks or without.</param>
    /// <param name="fold">What makes two spellings the same: <see cref="FieldSpelling"/>, unless given.</param>
    public FieldList(IReadOnlyList<ListedField> all, Func<string, string>? fold = null)
    {
        (All, this.fold) = (all, fold ?? FieldSpelling.Of);
        bySpelling = By(this.fold);
        byBareSpelling = By(fold ?? (name => FieldSpelling.Bare(FieldSpelling.Of(name))));
    }

    public static FieldList Shipped { get; } = FieldCsv.Parse(Units.Shipped.Fields);

    public IReadOnlyList<ListedField> All { get; }

    /// <summary>
    /// The field that a text means; null: it means none. Of several, each of them listed, the first: a dossier has one,
    /// and what isn't made of fields only may be somebody.
    /// </summary>
    public ListedField? Find(string text)
    {
        text = FieldTrimmings.WithoutLetter(text);
        if (FindOne(text) is { } field)
            return field;
        if (FieldTrimmings.Parenthesis(text) is var (before, inside) && FindOne(before) is { } main)
            return FindOne(inside) is not null || FieldSpelling.IsInitials(inside, main.Name) ? main : null;
        var all = FieldSpelling.Parts(text).Select(FindOne).ToList();
        return all.Count > 1 && all.TrueForAll(part => part is not null) ? all[0] : null;
    }

    private ListedField? FindOne(string text)
    {
        for (var key = fold(text); key is not null; key = FieldTrimmings.Off(key))
        {
            if (bySpelling.TryGetValue(key, out var field) || byBareSpelling.TryGetValue(key, out field))
                return field;
        }
        return null;
    }

    /// <summary>Whose spelling a name is but for marks, which it therefore can't be of another field.</summary>
    public ListedField? OwnerOf(string name) =>
        byBareSpelling.GetValueOrDefault(FieldSpelling.Bare(FieldSpelling.Of(name)));

    /// <summary>
    /// The ids under which figures of this field may stand: before there was a list each spelling had its own, which
    /// frozen reviews and dossiers that were not sent again keep.
    /// </summary>
    public IEnumerable<string> IdsOf(string id) => FindOne(id)?.Names.Select(Slug.Of).Append(id).Distinct() ?? [id];

    private FrozenDictionary<string, ListedField> By(Func<string, string> key) =>
        All.SelectMany(field => field.Names.Select(key).Distinct().Select(name => (name, field)))
            .ToFrozenDictionary(at => at.name, at => at.field, StringComparer.Ordinal);
}
