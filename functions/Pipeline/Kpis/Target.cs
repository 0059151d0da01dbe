using System.Globalization;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Kpis;

/// <summary>A target a/b for a KPI, in force from a day on, for one unit or for all, with the document that assigned it.</summary>
/// <param name="Kpi">KPI id.</param>
/// <param name="Num">a.</param>
/// <param name="Den">b, greater than 0.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; empty = open.</param>
/// <param name="Unit">Unit id; null = all units.</param>
/// <param name="Source">The document that assigned it.</param>
public sealed record Target(
    string Kpi,
    int Num,
    int Den,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Unit,
    string Source
)
{
    /// <summary>"40 %" or "39,5 %" when a percentage of at most two decimals says it exactly, else "2/3".</summary>
    public string Text => Percent is { } percent ? $"{percent.Replace('.', ',')} %" : Fraction;

    /// <summary>"40%", "39.5%" or "2/3": for CSV, and read again by <see cref="ParseCsv"/>.</summary>
    public string TextInvariant => Percent is { } percent ? $"{percent}%" : Fraction;

    private string? Percent =>
        Num * 10_000L % Den == 0 ? (Num * 10_000L / Den / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null;

    private string Fraction => string.Create(CultureInfo.InvariantCulture, $"{Num}/{Den}");

    [JsonIgnore]
    public Term Term => new(ValidFrom, ValidTo);

    /// <summary>The target for a unit on a period's last day: its own before the one for all, then the latest first day.</summary>
    public static Target? InForce(IEnumerable<Target> targets, string kpi, string unit, DateOnly lastDay) =>
        targets
            .Where(target =>
                target.Kpi == kpi && target.Term.Includes(lastDay) && (target.Unit is null || target.Unit == unit)
            )
            .OrderByDescending(target => target.Unit is not null)
            .ThenByDescending(target => target.ValidFrom)
            .FirstOrDefault();

    /// <summary>From a CSV with columns kpi,target,valid_from,valid_to,unit,source; two with one key are refused.</summary>
    public static IReadOnlyList<Target> ParseCsv(string csv)
    {
        var targets = new Dictionary<(string, DateOnly, string?), Target>();
        foreach (var line in CsvTable.Read(csv, "kpi", "target", "valid_from", "valid_to", "unit", "source"))
        {
            var target = Parse(line);
            if (!targets.TryAdd((target.Kpi, target.ValidFrom, target.Unit), target))
                throw line.Fault("chỉ tiêu này đã có ở một dòng trên với cùng valid_from và đơn vị");
        }
        return [.. targets.Values];
    }

    /// <summary>The list as <see cref="ParseCsv"/> reads it.</summary>
    public static string WriteCsv(IEnumerable<Target> targets) =>
        CsvText.Of(
            ["kpi", "target", "valid_from", "valid_to", "unit", "source"],
            targets.Select(target =>
                (string[])
                    [
                        target.Kpi,
                        target.TextInvariant,
                        CsvText.Day(target.ValidFrom),
                        CsvText.Day(target.ValidTo),
                        target.Unit ?? "",
                        target.Source,
                    ]
            )
        );

    private static Target Parse(CsvLine line)
    {
        if (KpiCatalogue.Find(line["kpi"]) is null)
            throw line.Fault(
                $"không có chỉ số \"{line["kpi"]}\"; các chỉ số: {string.Join(", ", KpiCatalogue.All.Select(k => k.Id))}"
            );
        if (!TryParseFraction(line["target"], out var num, out var den))
            throw line.Fault($"chỉ tiêu \"{line["target"]}\" phải có dạng 40% hoặc 2/5");
        if (line["source"].Length == 0)
            throw line.Fault("thiếu source: văn bản giao chỉ tiêu");
        var from = line.Date("valid_from") ?? throw line.Fault("thiếu valid_from");
        var to = line.Date("valid_to");
        if (to < from)
            throw line.Fault("valid_from sau valid_to");
        return new Target(
            line["kpi"],
            num,
            den,
            from,
            to,
            line["unit"] is { Length: > 0 } unit ? unit : null,
            line["source"].Normalize()
        );
    }

    internal static bool TryParseFraction(string text, out int num, out int den)
    {
        (num, den) = (0, 100);
        var culture = CultureInfo.InvariantCulture;
        if (text.EndsWith('%'))
        {
            var parsed = decimal.TryParse(
                text[..^1].Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite,
                culture,
                out var percent
            );
            if (!parsed || percent > 100 || decimal.Round(percent, 2) != percent)
                return false;
            (num, den) = percent == decimal.Truncate(percent) ? ((int)percent, 100) : ((int)(percent * 100), 10_000);
            return true;
        }
        return text.Split('/') is [var a, var b]
            && int.TryParse(a, NumberStyles.None, culture, out num)
            && int.TryParse(b, NumberStyles.None, culture, out den)
            && den > 0
            && num <= den;
    }
}
