namespace CCHC.Pipeline.Telemetry;

/// <summary>Tags of metrics; each takes its words from a closed list.</summary>
public static class MetricTags
{
    /// <summary>Of a receipt: accepted, partly, refused, quarantined, duplicate, failed, withdrawn.</summary>
    public static KeyValuePair<string, object?> Outcome(string word) => new("outcome", word);

    /// <summary>Of a row: accepted, refused.</summary>
    public static KeyValuePair<string, object?> Result(string word) => new("result", word);

    /// <summary>Of a fault: docs/fault-codes.md.</summary>
    public static KeyValuePair<string, object?> Code(string word) => new("code", word);

    /// <summary>Of a document: corrective, data-request, correction, issued, reports.</summary>
    public static KeyValuePair<string, object?> Kind(string word) => new("kind", word);

    /// <summary>Of a mail: pending, sent, failed, held.</summary>
    public static KeyValuePair<string, object?> State(string word) => new("state", word);
}
