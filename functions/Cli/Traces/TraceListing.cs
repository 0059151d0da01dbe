using System.Globalization;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Cli.Traces;

/// <summary>Spans as indented trees by correlation, with durations and attributes.</summary>
public static class TraceListing
{
    private const int NameWidth = 33;
    private const string Prefix = "cchc.";

    /// <summary>What the heading says, and what needs not be said again at every step.</summary>
    private static readonly string[] Told = [SpanTags.Unit, SpanTags.Correlation, SpanTags.Period];

    public static IEnumerable<string> Of(IReadOnlyList<KeptSpan> spans, string wanted)
    {
        if (spans.Count == 0)
            return [$"Không có vết nào của {wanted}."];
        var traces = spans.Select(span => span.Trace).ToHashSet(StringComparer.Ordinal);
        return SpanTree.Of(spans).GroupBy(Correlation).SelectMany(about => About(about.Key, [.. about], traces));
    }

    private static string Correlation(SpanTree tree) =>
        tree.All.Select(span => span.Tag(SpanTags.Correlation)).FirstOrDefault(about => about.Length > 0) ?? "";

    private static IEnumerable<string> About(string about, IReadOnlyList<SpanTree> trees, HashSet<string> traces)
    {
        yield return "";
        yield return about.Length > 0 ? about : "(không thuộc quý nào)";
        foreach (var alike in Alike(trees))
        {
            yield return $"vết {alike[0].Span.Trace}";
            foreach (var line in Lines(alike[0], "  ", "  ", above: null, traces))
                yield return line;
            if (alike.Count > 1)
                yield return $"  … và {alike.Count - 1} vết {alike[0].Span.Name} nữa";
        }
    }

    /// <summary>Runs of trees of one name; of each the first is shown, and everything that failed.</summary>
    private static IEnumerable<List<SpanTree>> Alike(IReadOnlyList<SpanTree> trees)
    {
        var run = new List<SpanTree>();
        foreach (var tree in trees)
        {
            var isLikeThem = run.Count > 0 && run[0].Span.Name == tree.Span.Name && !tree.HasFailure;
            if (run.Count > 0 && !isLikeThem)
            {
                yield return run;
                run = [];
            }
            run.Add(tree);
        }
        if (run.Count > 0)
            yield return run;
    }

    private static IEnumerable<string> Lines(
        SpanTree tree,
        string first,
        string rest,
        KeptSpan? above,
        HashSet<string> traces
    )
    {
        var span = tree.Span;
        yield return $"{(first + span.Name).PadRight(NameWidth)} {Took(span.Duration)}  {Facts(span, above, traces)}".TrimEnd();
        foreach (var (index, child) in tree.Below.Index())
        {
            var isLast = index == tree.Below.Count - 1;
            foreach (
                var line in Lines(child, rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "), span, traces)
            )
                yield return line;
        }
    }

    private static string Facts(KeptSpan span, KeptSpan? above, HashSet<string> traces)
    {
        var facts = span
            .Tags.Where(tag => !Told.Contains(tag.Key) && above?.Tag(tag.Key) != tag.Value)
            .Select(tag => $"{Short(tag.Key)}={tag.Value}");
        var failed = span.HasFailed ? ["LỖI"] : Array.Empty<string>();
        var links = span.Links.Count > 0 ? [Linked(span, traces)] : Array.Empty<string>();
        return string.Join(' ', [.. failed, .. facts, .. links]);
    }

    private static string Linked(KeptSpan span, HashSet<string> traces) =>
        $"→ {span.Links.Count} liên kết ({span.Links.Count(traces.Contains)} đến vết in ở đây)";

    private static string Short(string tag) =>
        tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag[Prefix.Length..] : tag;

    private static string Took(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds, 9:0.0} ms");
}
