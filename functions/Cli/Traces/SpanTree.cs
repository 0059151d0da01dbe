namespace CCHC.Cli.Traces;

/// <summary>A span and those below it, in the order in which they began.</summary>
public sealed record SpanTree(KeptSpan Span, IReadOnlyList<SpanTree> Below)
{
    /// <summary>The trees of all traces, the earliest first. A span whose parent was not kept stands at the top.</summary>
    public static IReadOnlyList<SpanTree> Of(IReadOnlyList<KeptSpan> spans)
    {
        var known = spans.Select(span => span.Id).ToHashSet(StringComparer.Ordinal);
        var below = spans.ToLookup(span => span.Parent, StringComparer.Ordinal);
        return [.. spans.Where(span => !known.Contains(span.Parent)).OrderBy(span => span.Start).Select(Tree)];

        SpanTree Tree(KeptSpan span) => new(span, [.. below[span.Id].OrderBy(child => child.Start).Select(Tree)]);
    }

    public IEnumerable<KeptSpan> All => Below.SelectMany(tree => tree.All).Prepend(Span);

    public bool HasFailure => All.Any(span => span.HasFailed);
}
