using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>Units and days by name inside sentences and tables.</summary>
internal static class Names
{
    /// <summary>More than these are counted, not named, in a sentence.</summary>
    private const int Most = 15;

    public static string Name(this ReviewedUnit unit) => Vietnamese.InSentence(unit.Unit.Name);

    /// <summary>"xã A, xã B và xã C".</summary>
    public static string All(IEnumerable<ReviewedUnit> units) => Vietnamese.Join([.. units.Select(Name)]);

    /// <summary>" gồm xã A và xã B", or where too many are meant, nothing.</summary>
    public static string Listed(string lead, IReadOnlyList<ReviewedUnit> units) =>
        units.Count is 0 or > Most ? "" : $"{lead}{All(units)}";

    /// <summary>"14/03/2022", for tables.</summary>
    public static string Day(DateOnly day) => DayText.Of(day);

    /// <summary>The last day a unit's figures speak of; null when it sent nothing.</summary>
    public static DateOnly? DataDay(this ReviewedUnit unit) =>
        unit.Coverage.AsOf < unit.Period.To ? unit.Coverage.AsOf
        : unit.Coverage.AsOf is null ? null
        : unit.Period.To;

    /// <summary>"số liệu tính đến ngày 14 tháng 3 năm 2022", and how many units' end before.</summary>
    public static string DataDays(QuarterResults results, string where)
    {
        if (results.Units.Max(unit => unit.DataDay()) is not { } last)
            return "chưa có số liệu của đơn vị nào";
        var whole = last < results.LastWorkingDay ? last : results.LastWorkingDay;
        var early = results.Units.Count(unit => unit.DataDay() is not { } day || day < whole);
        var except =
            early == 0
                ? ""
                : $", riêng {Vietnamese.Number(early)} đơn vị có số liệu đến ngày sớm hơn hoặc chưa có số liệu {where}";
        return $"số liệu tính đến {Vietnamese.Day(last)}{except}";
    }
}
