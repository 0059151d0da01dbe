using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>One sheet of form 06.</summary>
/// <param name="Sheet">Its tab.</param>
/// <param name="Reporting">Who reports, as the corner prints it.</param>
/// <param name="Scope">What the title ends in: "CỦA CÁC XÃ, THỊ TRẤN".</param>
/// <param name="Column2">"Đơn vị" or "Lĩnh vực giải quyết".</param>
/// <param name="Rows">In the order of the page.</param>
/// <param name="Sum">Below them.</param>
/// <param name="DataDay">"số liệu tính đến ngày …".</param>
public sealed record Form06Page(
    string Sheet,
    string Reporting,
    string Scope,
    string Column2,
    IReadOnlyList<Form06Row> Rows,
    Form06Row Sum,
    string DataDay
)
{
    private const string Field = "Lĩnh vực giải quyết";
    private const string SumName = "Tổng cộng";

    /// <summary>By unit, by field, and each unit by field.</summary>
    public static IReadOnlyList<Form06Page> Of(QuarterResults results)
    {
        var names = new FieldNames(results);
        var tabs = new TabNames();
        var office = results.Authority.FollowUpOffice;
        var days = Names.DataDays(results, "nêu tại báo cáo tổng hợp");
        var kinds = results.Territory.Kinds.ToUpperInvariant();
        return
        [
            Page("Tổng hợp", office, $"CỦA CÁC {kinds}", "Đơn vị", ByUnit(results), days),
            Page("Theo lĩnh vực", office, $"CỦA CÁC {kinds} THEO LĨNH VỰC", Field, ByField(results, names), days),
            .. results.Counted.Select(unit =>
                Page(
                    unit.Unit.Name,
                    $"UBND {unit.Name()}",
                    $"CỦA {unit.Unit.Name.ToUpperInvariant()} THEO LĨNH VỰC",
                    Field,
                    Of(results.FieldsOf(unit), names),
                    unit.DataDay() is { } day ? $"số liệu tính đến {Notices.Vietnamese.Day(day)}" : "chưa có số liệu"
                )
            ),
        ];

        Form06Page Page(
            string tab,
            string reporting,
            string scope,
            string column2,
            IReadOnlyList<(string Name, Tally Figures)> rows,
            string dataDay
        ) =>
            new(
                tabs.Of(tab),
                reporting,
                scope,
                column2,
                [.. rows.Select(row => Form06Row.Of(row.Name, row.Figures))],
                Form06Row.Of(SumName, Tally.Sum(rows.Select(row => row.Figures))),
                dataDay
            );
    }

    private static List<(string, Tally)> ByUnit(QuarterResults results) =>
        [.. results.Counted.Select(unit => (NameOf(unit), unit.Figures))];

    private static string NameOf(ReviewedUnit unit) =>
        unit.HasEnded ? $"{unit.Unit.Name} (kết thúc ngày {Names.Day(unit.Unit.ValidTo!.Value)})" : unit.Unit.Name;

    private static List<(string, Tally)> ByField(QuarterResults results, FieldNames names)
    {
        var byField = results
            .Counted.SelectMany(results.FieldsOf)
            .ToLookup(field => field.Field, StringComparer.Ordinal);
        return [.. names.All.Select(id => (names.Of(id), Tally.Sum(byField[id].Select(field => field.Figures))))];
    }

    private static List<(string, Tally)> Of(IReadOnlyList<FieldFigures> fields, FieldNames names)
    {
        var own = fields.ToDictionary(field => field.Field, field => field.Figures, StringComparer.Ordinal);
        return [.. names.All.Where(own.ContainsKey).Select(id => (names.Of(id), own[id]))];
    }
}
