using System.Text.Json.Nodes;

namespace CCHC.Failure.Tests.Comparison;

/// <summary>What a receipt says, without when it was said.</summary>
/// <param name="uploads">ETags of the uploads that lie there: a receipt speaks of one of them, or of one that is gone.</param>
/// <param name="isOrderFree">Leaves out what depends on which of several uploads was processed first.</param>
internal sealed class ReceiptFacts(IReadOnlySet<string> uploads, bool isOrderFree)
{
    private static readonly string[] OfProcessing = ["takenInAt", "etag"];
    private static readonly string[] OfTheOrder = ["changed", "superseded", "supersededCodes", "message", "doubts"];

    public IEnumerable<(string What, string Value)> Of(string json, IDictionary<string, string> metadata)
    {
        var receipt = JsonNode.Parse(json)!.AsObject();
        yield return ("speaks of", Upload(receipt["etag"]?.ToString()));
        yield return ("final", metadata.TryGetValue("final", out var isFinal) ? isFinal : "not said");
        yield return (
            "metadata",
            Upload(metadata.FirstOrDefault(each => each.Key.EndsWith("etag", StringComparison.Ordinal)).Value)
        );
        (receipt["withdrawn"] as JsonObject)?.Remove("at");
        foreach (var (name, value) in receipt)
        {
            if (
                !OfProcessing.Contains(name, StringComparer.Ordinal)
                && !(isOrderFree && OfTheOrder.Contains(name, StringComparer.Ordinal))
            )
                yield return (name, value?.ToJsonString() ?? "null");
        }
    }

    private string Upload(string? etag) =>
        etag is not null && uploads.Contains(etag) ? "what lies there" : "what is gone";
}
