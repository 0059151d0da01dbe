using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>Tells sources apart by their headers, whatever their number, in one pass over the header that was found.</summary>
internal sealed class Recognition
{
    private readonly WordBook<string> marks;
    private readonly List<(Source Source, HashSet<string> Marks)> sources;

    public Recognition(IEnumerable<Source> recognisable)
    {
        sources = [.. recognisable.Where(source => source.Marks.Count > 0).Select(source => (source, MarksOf(source)))];
        Marks = [.. sources.SelectMany(source => source.Source.Marks).Distinct(StringComparer.Ordinal)];
        marks = new WordBook<string>(Marks.Select(mark => (mark, Id(mark))));
    }

    /// <summary>The marks of all sources.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>
    /// The source whose marks all stand in the header; of several the one whose marks include those of the others.
    /// Where there is none such, all that fit are rivals.
    /// </summary>
    public (Source? Source, IReadOnlyList<Source> Rivals) Of(Header header)
    {
        if (sources.Count == 0)
            return (null, []);
        var there = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < header.Width; place++)
        {
            if (marks.TryGet(header.TextAt(place), out var mark))
                there.Add(mark);
        }
        var fitting = sources.FindAll(source => source.Marks.IsSubsetOf(there));
        var best = fitting.FindAll(source => fitting.TrueForAll(other => other.Marks.IsSubsetOf(source.Marks)));
        return best.Count == 1 ? (best[0].Source, []) : (null, [.. fitting.Select(source => source.Source)]);
    }

    private static HashSet<string> MarksOf(Source source) => source.Marks.Select(Id).ToHashSet(StringComparer.Ordinal);

    private static string Id(string mark) => Fold.Bare(Fold.Of(mark));
}
