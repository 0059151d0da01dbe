using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Reports;

/// <summary>One name for each field, although desks may write it differently.</summary>
internal sealed class FieldNames(QuarterResults results)
{
    private const string Unknown = "Chưa xác định lĩnh vực";

    private readonly Dictionary<string, string> names = results
        .Counted.SelectMany(results.FieldsOf)
        .Where(field => field.Name.Length > 0)
        .GroupBy(field => field.Field, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, MostUsed, StringComparer.Ordinal);

    /// <summary>Every field with figures, by id, the unknown one last.</summary>
    public IReadOnlyList<string> All { get; } =
    [
        .. results
            .Counted.SelectMany(results.FieldsOf)
            .Select(field => field.Field)
            .Distinct()
            .OrderBy(field => field == Slug.Unknown)
            .ThenBy(field => field, StringComparer.Ordinal),
    ];

    public string Of(string field) => field == Slug.Unknown ? Unknown : names.GetValueOrDefault(field, field);

    private static string MostUsed(IEnumerable<FieldFigures> same) =>
        same.CountBy(field => field.Name, StringComparer.Ordinal)
            .OrderByDescending(name => name.Value)
            .ThenBy(name => name.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
