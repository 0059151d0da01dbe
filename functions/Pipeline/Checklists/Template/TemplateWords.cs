using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Checklists.Template;

/// <summary>What the template says of a quarter, and of what a criterion asks for.</summary>
internal static class TemplateWords
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Of(Period quarter)
    {
        var roman = (quarter.Key!.Value.Ordinal % 4) switch
        {
            0 => "I",
            1 => "II",
            2 => "III",
            _ => "IV",
        };
        return $"Quý {roman} năm {quarter.Key.Value.Year.ToString(Plain)} (từ ngày {Day(quarter.From)} đến ngày {Day(quarter.To)})";
    }

    public static string RequirementOf(Criterion criterion) =>
        criterion.Kind switch
        {
            CriterionKind.Date => $"Chậm nhất ngày {Day(criterion.Deadline!.Value)}",
            CriterionKind.Count => string.Create(Plain, $"Ít nhất {criterion.Minimum} {criterion.Measure}"),
            CriterionKind.YesNo => "Có, kèm minh chứng",
            CriterionKind.Address when criterion.Deadline is { } deadline =>
                $"Địa chỉ trang, công khai chậm nhất ngày {Day(deadline)}",
            CriterionKind.Address => "Địa chỉ trang đã công khai",
        };

    public static string Day(DateOnly day) => DayText.Of(day);
}
