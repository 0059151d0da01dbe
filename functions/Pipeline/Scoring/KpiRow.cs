using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Scoring;

/// <summary>By what figures are broken down.</summary>
public enum Breakdown
{
    Unit,
    Field,
    Procedure,
    Day,
}

/// <summary>One row of figures as printed (design.md §3).</summary>
public sealed record KpiRow(
    PeriodScheme Scheme,
    Period Period,
    DateOnly? AsOf,
    Unit Unit,
    string Field,
    string FieldName,
    string Procedure,
    DateOnly? Date,
    Tally Tally
)
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "scheme",
        "period",
        "from",
        "to",
        "as_of",
        "unit",
        "unit_name",
        "field",
        "field_name",
        "procedure",
        "date",
        .. Counts.CsvColumns,
        .. KpiCatalogue.All.SelectMany(kpi =>
            new[]
            {
                $"{kpi.CsvColumn}_num",
                $"{kpi.CsvColumn}_den",
                $"{kpi.CsvColumn}_unknown",
                $"{kpi.CsvColumn}_rate",
            }
        ),
    ];

    /// <summary>The order of all listings: unit, field, procedure, date, ordinal.</summary>
    public static IOrderedEnumerable<KpiRow> Sorted(IEnumerable<KpiRow> rows) =>
        rows.OrderBy(row => row.Unit.Id, StringComparer.Ordinal)
            .ThenBy(row => row.Field, StringComparer.Ordinal)
            .ThenBy(row => row.Procedure, StringComparer.Ordinal)
            .ThenBy(row => row.Date);
}
