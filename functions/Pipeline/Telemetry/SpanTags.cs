namespace CCHC.Pipeline.Telemetry;

/// <summary>
/// Attributes of spans: ids, codes, outcomes and counts. Never a file's name, an address or a message, which are free
/// text and may name a person (design.md §4, law 8).
/// </summary>
public static class SpanTags
{
    /// <summary>Unit id; "all" for what concerns a whole period, "_" where no unit is known.</summary>
    public const string Unit = "cchc.unit";

    /// <summary>Quarter and unit, e.g. 2022-Q1/29956: the same from an upload to the last mail about it.</summary>
    public const string Correlation = "cchc.correlation";

    /// <summary>Which upload, as the journal names it: {uploaded at, UTC ticks}-{first 16 hex of its SHA-256}.</summary>
    public const string Upload = "cchc.upload";

    public const string Period = "cchc.period";
    public const string Outcome = "cchc.outcome";
    public const string Rows = "cchc.rows";
    public const string Refused = "cchc.refused";
    public const string Source = "cchc.source";
    public const string Day = "cchc.day";
    public const string Mail = "cchc.mail";

    /// <summary>The exception's type, by OpenTelemetry's name; its message stays in the log.</summary>
    public const string Error = "error.type";

    /// <summary>What a step takes over from the span around it.</summary>
    internal static readonly string[] Inherited = [Unit, Correlation, Upload, Period];
}
