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
/// a text tells "Ksor Hlan" from a field (design.md §4, law 8). Case, marks, hyphens and commas don't matter.
/// </summary>
public sealed class FieldList
{
    /// <summary>More than the country has.</summary>
    public const int Most = 1_000;

    /// <summary>"Lĩnh vực Hộ tịch" is what some systems write.</summary>
    private const string Preface = "linh-vuc-";
    private readonly Func<string, string> fold;
    private readonly FrozenDictionary<string, ListedField> bySpelling;

    /// <summary>A list of these fields.</summary>
    /// <param name="all">No two of which share a spelling.</param>
    /// <param name="fold">What makes two spellings the same: <see cref="Slug"/>, unless given.</param>
    public FieldList(IReadOnlyList<ListedField> all, Func<string, string>? fold = null)
    {
        (All, this.fold) = (all, fold ?? Slug.Of);
        bySpelling = all.SelectMany(field => field.Names.Select(this.fold).Distinct().Select(name => (name, field)))
            .ToFrozenDictionary(at => at.name, at => at.field, StringComparer.Ordinal);
    }

    public static FieldList Shipped { get; } = FieldCsv.Parse(Units.Shipped.Fields);

    public IReadOnlyList<ListedField> All { get; }

    /// <summary>The field that a text means; null: it means none.</summary>
    public ListedField? Find(string text)
    {
        var spelling = fold(text);
        if (bySpelling.TryGetValue(spelling, out var field))
            return field;
        return spelling.StartsWith(Preface, StringComparison.Ordinal)
            ? bySpelling.GetValueOrDefault(spelling[Preface.Length..])
            : null;
    }

    /// <summary>
    /// The ids under which figures of this field may stand: before there was a list each spelling had its own, which
    /// frozen reviews and dossiers that were not sent again keep.
    /// </summary>
    public IEnumerable<string> IdsOf(string id) => Find(id)?.Names.Select(Slug.Of).Append(id).Distinct() ?? [id];
}
