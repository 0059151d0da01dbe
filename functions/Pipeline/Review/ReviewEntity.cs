using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
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
        entity["MissingDays"] = string.Join(',', reviewed.Coverage.MissingDays.Select(Text));
        entity["Findings"] = JsonSerializer.Serialize(
            [.. reviewed.Findings.Select(FrozenFinding.Of)],
            ReviewJson.Default.FrozenFindingArray
        );
        LongText.Write(entity, "Inspected", FrozenInspection.Write(reviewed.Inspected));
        LongText.Write(entity, "Previous", FrozenInspection.Write(reviewed.Previous));
        entity["FieldsSha256"] = reviewed.FieldsSha256;
        entity["JournalEntries"] = reviewed.JournalEntries;
        entity["JournalSha256"] = reviewed.JournalSha256;
        return entity;
    }

    public static ReviewedUnit Read(TableEntity entity, Period period, Unit unit) =>
        new()
        {
            Unit = unit with { Name = entity.GetString("UnitName") },
            Period = period,
            Scheme = Enum.Parse<PeriodScheme>(entity.GetString("Scheme"), ignoreCase: true),
            ReviewedOn = Day(entity.GetString("ReviewedOn")),
            Coverage = new(
                entity.GetString("AsOf") is { Length: > 0 } asOf ? Day(asOf) : null,
                entity.GetInt32("WorkingDays")!.Value,
                [.. entity.GetString("MissingDays").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Day)]
            ),
            Figures = KpiEntity.FrozenTallyOf(entity),
            Findings =
            [
                .. JsonSerializer
                    .Deserialize(entity.GetString("Findings"), ReviewJson.Default.FrozenFindingArray)!
                    .Select(f => f.Thaw()),
            ],
            Inspected = FrozenInspection.ReadFindings(LongText.Read(entity, "Inspected")),
            Previous = FrozenInspection.ReadPrevious(LongText.Read(entity, "Previous")),
            FieldsSha256 = entity.GetString("FieldsSha256") ?? "",
            JournalEntries = entity.GetInt32("JournalEntries")!.Value,
            JournalSha256 = entity.GetString("JournalSha256"),
        };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
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

    public Finding Thaw()
    {
        var kpi =
            KpiCatalogue.Find(Kpi)
            ?? throw new InvalidDataException($"KPI {Kpi} of a frozen review is no longer defined.");
        return new(kpi with { Version = Version }, Figure, Target, Verdict, Reason);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FrozenFinding[]))]
internal sealed partial class ReviewJson : JsonSerializerContext;
