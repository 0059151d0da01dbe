using System.Buffers;
using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Storage;

/// <summary>Partition and row keys of all tables, spelt here only. Keys are ASCII without / \ # ? and control characters.</summary>
public static class Keys
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._"
    );

    /// <summary>Kpi: {scheme}-{period}.</summary>
    public static string KpiPartition(PeriodScheme scheme, string period) => $"{scheme.Id()}-{period}";

    /// <summary>KpiDaily: {unit}-{yyyy}.</summary>
    public static string KpiDailyPartition(string unit, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{unit}-{year:0000}");

    /// <summary>KpiDaily: {yyyyMMdd}.</summary>
    public static string KpiDay(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private const string FieldMark = "-f-";
    private const string ProcedureMark = "-p-";

    /// <summary>Row suffix of a field's figures, e.g. "-f-ho-tich".</summary>
    public static string FieldSuffix(string field) => FieldMark + field;

    /// <summary>Row suffix of a procedure's figures, e.g. "-p-1.001193".</summary>
    public static string ProcedureSuffix(string procedure) => ProcedureMark + procedure;

    /// <summary>The field in a row suffix; "" for the unit's own row and for procedures.</summary>
    public static string FieldOf(string suffix) =>
        suffix.StartsWith(FieldMark, StringComparison.Ordinal) ? suffix[FieldMark.Length..] : "";

    /// <summary>The procedure in a row suffix; "" for the unit's own row and for fields.</summary>
    public static string ProcedureOf(string suffix) =>
        suffix.StartsWith(ProcedureMark, StringComparison.Ordinal) ? suffix[ProcedureMark.Length..] : "";

    /// <summary>The unit in a row key of Kpi: what comes before the suffix.</summary>
    public static string UnitOf(string kpiRow)
    {
        var field = kpiRow.IndexOf(FieldMark, StringComparison.Ordinal);
        var procedure = kpiRow.IndexOf(ProcedureMark, StringComparison.Ordinal);
        // A procedure may have "-f-" in it, and a field "-p-": the first one is the mark.
        var mark =
            field < 0 ? procedure
            : procedure < 0 ? field
            : Math.Min(field, procedure);
        return mark < 0 ? kpiRow : kpiRow[..mark];
    }

    /// <summary>Bounds of a unit's row keys in a partition of Kpi; the second is not among them. '.' follows '-'.</summary>
    public static (string From, string To) KpiRowsOf(string unit) => (unit, unit + ".");

    /// <summary>Exports: {as-of}-{uploaded at}-{sha256}.</summary>
    public static string ExportRow(DateOnly asOf, long uploadedAt, string sha256) =>
        string.Create(CultureInfo.InvariantCulture, $"{IsoDay.Of(asOf)}-{uploadedAt}-{sha256}");

    /// <summary>Exports: what the row keys of a day begin with.</summary>
    public static string ExportsOf(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"{IsoDay.Of(asOf)}-");

    /// <summary>Null for a key that is none of <see cref="ExportRow"/>.</summary>
    public static DateOnly? DayOfExport(string row) =>
        row.Length > IsoDay.Format.Length && IsoDay.TryParse(row.AsSpan(0, IsoDay.Format.Length), out var day)
            ? day
            : null;

    /// <summary>Exports: the partition of uploads whose unit is unknown.</summary>
    public const string NoUnit = "_";

    /// <summary>Targets: {valid from}-{unit or all}.</summary>
    public static string TargetRow(DateOnly validFrom, string? unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{IsoDay.Of(validFrom)}-{unit ?? AllUnits}");

    /// <summary>The unit in a target's row key; null for that of all units, and a key that is none of <see cref="TargetRow"/>.</summary>
    public static string? UnitOfTarget(string row) =>
        row.Length > 11 && row[11..] is var unit && unit != AllUnits ? unit : null;

    private const string AllUnits = "all";

    /// <summary>Reviews: the last row of a finished review.</summary>
    public const string ReviewDone = "all";

    /// <summary>Checklists: {unit}-{criterion}; the partition is the period.</summary>
    public static string ChecklistRow(string unit, string criterion) => Checked($"{unit}-{criterion}");

    /// <summary>FollowUps: {period}-{finding}; the partition is the unit.</summary>
    public static string FollowUpRow(string period, string finding) => Checked($"{period}-{finding}");

    /// <summary>Offices: one partition; rows {id}, or {id}-{valid from} for one that began later.</summary>
    public const string Offices = "office";

    /// <summary>Outbox: one partition, rows by the mail's id.</summary>
    public const string Mail = "mail";

    /// <summary>Fingerprints: {first 2 hex} / {sha256}.</summary>
    public static string FingerprintPartition(string sha256) => Checked(sha256[..2]);

    /// <summary>Fingerprints: the partition of those who brought a content that another unit had brought before.</summary>
    public const string Doubts = "doubt";

    /// <summary>Fingerprints: {sha256}-{unit}, in the partition of doubts.</summary>
    public static string DoubtRow(string sha256, string unit) => Checked($"{sha256}-{unit}");

    /// <summary>Bounds of a content's doubts; the second is not among them. '.' follows '-'.</summary>
    public static (string From, string To) DoubtRowsOf(string sha256) => (sha256 + "-", sha256 + ".");

    /// <summary>The content in a doubt's row key.</summary>
    public static string ContentOfDoubt(string row) => row.Split('-')[0];

    /// <summary>Azurite accepts keys that Azure refuses, so we refuse them ourselves.</summary>
    public static string Checked(string key) =>
        IsKey(key)
            ? key
            : throw new ArgumentException(
                $"\"{key}\" can't be a table key: ASCII letters, digits and - . _ only",
                nameof(key)
            );

    public static bool IsKey(string key) => key.Length is > 0 and <= 512 && !key.AsSpan().ContainsAnyExcept(Allowed);
}
