using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>A reviewed unit as a row of table Reviews.</summary>
internal static class ReviewEntity
{
    public static TableEntity Of(ReviewedUnit reviewed)
    {
        var entity = KpiEntity.Of(reviewed.Period.Name, reviewed.Unit.Id, reviewed.Figures, KpiCatalogue.All);
        entity["UnitName"] = reviewed.Unit.Name;
        entity["Scheme"] = reviewed.Scheme.Id();
        entity["From"] = Text(reviewed.Period.From);
        entity["To"] = Text(reviewed.Period.To);
        entity["ReviewedOn"] = Text(reviewed.ReviewedOn);
        entity["AsOf"] = reviewed.Coverage.AsOf is { } asOf ? Text(asOf) : "";
        entity["WorkingDays"] = reviewed.Coverage.WorkingDays;
        if (reviewed.Coverage.Rule is { } rule)
        {
            entity["Working"] = string.Join(',', rule.Working.Select(Text));
            entity["LastWorkingDay"] = Text(rule.LastWorkingDay);
            entity["MostMissing"] = rule.MostMissing;
            entity["FullLists"] = rule.IsList;
        }
        entity["UnitValidTo"] = IsoDay.Of(reviewed.Unit.ValidTo);
        entity["MissingDays"] = string.Join(',', reviewed.Coverage.MissingDays.Select(Text));
        entity["Findings"] = JsonSerializer.Serialize(
            [.. reviewed.Findings.Select(FrozenFinding.Of)],
            ReviewJson.Default.FrozenFindingArray
        );
        LongText.Write(entity, "Inspected", FrozenInspection.Write(reviewed.Inspected));
        LongText.Write(entity, "Previous", FrozenInspection.Write(reviewed.Previous));
        if (reviewed.Doubts.Count > 0)
            LongText.Write(entity, "Doubts", string.Join('\n', reviewed.Doubts));
        entity["FieldsSha256"] = reviewed.FieldsSha256;
        entity["JournalEntries"] = reviewed.JournalEntries;
        entity["JournalSha256"] = reviewed.JournalSha256;
        return entity.Marked();
    }

    /// <summary>As it was frozen.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static ReviewedUnit Read(StoredRow row, Period period, UnitRegister units)
    {
        var unit = units.Find(row.Key) ?? throw Unlisted(row);
        if (row.SomeDay("From") > row.SomeDay("To"))
            throw row.Unreadable("cột From sau cột To");
        var scheme = row.Choice<PeriodScheme>("Scheme");
        return new()
        {
            Unit = unit with
            {
                Name = row.Text("UnitName"),
                ValidTo = row.Has("UnitValidTo") ? row.Day("UnitValidTo") : unit.ValidTo,
            },
            // Its own days, also where the store was once worked on by another scheme.
            Period = Period.TryParse(period.Name, scheme, out var own) ? own : period,
            Scheme = scheme,
            ReviewedOn = row.SomeDay("ReviewedOn"),
            Coverage = new(row.Day("AsOf"), row.Whole("WorkingDays"), Days(row, "MissingDays")) { Rule = RuleOf(row) },
            Figures = KpiEntity.FrozenTallyOf(row),
            Findings = Findings(row, "Findings"),
            Inspected = FrozenInspection.ReadFindings(row, "Inspected"),
            Previous = FrozenInspection.ReadPrevious(row, "Previous"),
            Doubts = LongText.Read(row, "Doubts").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            FieldsSha256 = Hash(row, "FieldsSha256", row.Optional("FieldsSha256")),
            JournalEntries = row.Whole("JournalEntries"),
            JournalSha256 = Hash(row, "JournalSha256", row.Text("JournalSha256")),
        };
    }

    /// <summary>Whose unit was listed once: not this row is lost, but the unit's.</summary>
    private static UnreadableException Unlisted(StoredRow row) =>
        UnitTable.IsId(row.Key)
            ? new(new(row.Place, UnitTable.WordsWithout(row.Key)))
            : row.Unreadable("không có đơn vị này trong danh sách đơn vị");

    private static CoverageRule? RuleOf(StoredRow row) =>
        row.Has("MostMissing")
            ? new(
                Days(row, "Working"),
                row.SomeDay("LastWorkingDay"),
                row.Whole("MostMissing"),
                row.Some<bool>("FullLists")
            )
            : null;

    /// <summary>A finished review's last row.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static ReviewEnd ReadDone(StoredRow row)
    {
        _ = row.Choice<PeriodScheme>("Scheme");
        return new(
            row.Text("Scheme"),
            row.SomeDay("From"),
            row.SomeDay("To"),
            row.Whole("Units"),
            row.Whole("Notices"),
            row.Some<DateTimeOffset>("FinishedAt")
        );
    }

    public static TableEntity OfDone(string period, ReviewEnd end) =>
        new TableEntity(period, Keys.ReviewDone)
        {
            ["Scheme"] = end.Scheme,
            ["From"] = Text(end.From),
            ["To"] = Text(end.To),
            ["Units"] = end.Units,
            ["Notices"] = end.Notices,
            ["FinishedAt"] = end.FinishedAt,
        }.Marked();

    private static IReadOnlyList<Finding> Findings(StoredRow row, string column)
    {
        var frozen = row.Parsed(
            column,
            row.Text(column),
            json => JsonSerializer.Deserialize(json, ReviewJson.Default.FrozenFindingArray)
        );
        return
        [
            .. frozen.Select(finding =>
                finding?.Thaw() ?? throw row.Unreadable($"cột {column} có mục trống hoặc có chỉ số lạ")
            ),
        ];
    }

    private static IReadOnlyList<DateOnly> Days(StoredRow row, string column) =>
        row.Parsed<IReadOnlyList<DateOnly>>(
            column,
            row.Text(column),
            text => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Day)]
        );

    private static string Hash(StoredRow row, string column, string text) =>
        text.Length is 0 or 64 ? text : throw row.Unreadable($"cột {column} không phải là SHA-256");

    private static string Text(DateOnly day) => IsoDay.Of(day);

    private static DateOnly Day(string text) => IsoDay.Parse(text);
}

/// <summary>A finding as stored: with the version of the KPI's definition and the whole target.</summary>
internal sealed record FrozenFinding(
    string Kpi,
    int Version,
    Fraction Figure,
    Target Target,
    Verdict Verdict,
    Insufficiency Reason
)
{
    public static FrozenFinding Of(Finding finding) =>
        new(finding.Kpi.Id, finding.Kpi.Version, finding.Figure, finding.Target, finding.Verdict, finding.Reason);

    /// <summary>Null: the KPI is no longer defined.</summary>
    public Finding? Thaw() =>
        KpiCatalogue.Find(Kpi) is not { } kpi ? null
        : Reason is Insufficiency.NoDossiers
            ? new(kpi with { Version = Version }, Figure, Target, Verdict.None, Insufficiency.None)
        : new(kpi with { Version = Version }, Figure, Target, Verdict, Reason);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(FrozenFinding[]))]
internal sealed partial class ReviewJson : JsonSerializerContext;
