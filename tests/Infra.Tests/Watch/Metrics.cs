namespace CCHC.Infra.Tests.Watch;

/// <summary>The pipeline's metrics and their tags, as the app emits them.</summary>
internal static class Metrics
{
    /// <summary>Metric → its tag; empty = none.</summary>
    public static IReadOnlyDictionary<string, string> Tags { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cchc.exports"] = "outcome",
            ["cchc.rows"] = "result",
            ["cchc.faults"] = "code",
            ["cchc.reviews"] = "",
            ["cchc.notices"] = "kind",
            ["cchc.mails"] = "state",
            ["cchc.take_in.duration"] = "",
            ["cchc.exports.waiting"] = "",
            ["cchc.exports.oldest_age"] = "",
            ["cchc.units.late"] = "",
            ["cchc.reviews.overdue"] = "",
            ["cchc.outbox"] = "state",
            ["cchc.poison"] = "kind",
        };

    /// <summary>Metrics that a query names.</summary>
    public static IReadOnlyList<string> NamedIn(string query) => Pattern.Find(query, "'(?<it>cchc\\.[^']*)'");

    /// <summary>Tags that a query reads; those of the Functions host are written in brackets.</summary>
    public static IReadOnlyList<string> TagsIn(string query) => Pattern.Find(query, @"Properties\.(?<it>\w+)");
}
