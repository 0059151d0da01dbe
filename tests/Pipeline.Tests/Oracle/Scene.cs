using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>A generated quarter, asked what is in it.</summary>
internal sealed class Scene
{
    private readonly List<IReadOnlyDictionary<Count, int>> counts;

    public Scene(DeskQuarter quarter)
    {
        Quarter = quarter;
        Span = NaiveSpan.Named(quarter.Quarter, quarter.Statutory);
        Desks = [.. quarter.Units.Select(unit => new NaiveOracle(unit.Id, quarter.Uploads))];
        counts = [.. Desks.Select(desk => desk.CountsOf("", Span.From, Span.To))];
        Dossiers = [.. Desks.SelectMany(desk => desk.Dossiers)];
        Lines = [.. quarter.Uploads.SelectMany(upload => upload.Lines)];
        Reviews =
        [
            .. Desks
                .Zip(quarter.Units, (desk, unit) => NaiveReview.Of(desk, unit, Span, quarter.Targets))
                .OfType<NaiveReview>(),
        ];
    }

    public DeskQuarter Quarter { get; }
    public NaiveSpan Span { get; }
    public IReadOnlyList<NaiveOracle> Desks { get; }
    public IReadOnlyList<NaiveDossier> Dossiers { get; }
    public IReadOnlyList<NaiveLine> Lines { get; }
    public IReadOnlyList<NaiveReview> Reviews { get; }

    /// <summary>Verdicts that coverage didn't decide.</summary>
    public IEnumerable<Verdict> Verdicts =>
        Reviews.Where(review => review.Coverage.IsEnough).SelectMany(review => review.Verdicts.Values);

    /// <summary>Two uploads with rows of one unit.</summary>
    public IEnumerable<(NaiveUpload A, NaiveUpload B)> Pairs =>
        from a in Quarter.Uploads
        from b in Quarter.Uploads
        where a.Number != b.Number && a.Unit == b.Unit && a.Lines.Count > 0 && b.Lines.Count > 0
        select (a, b);

    public IEnumerable<NaiveLine> LinesOf(NaiveOracle desk) =>
        Quarter.Uploads.Where(upload => upload.Unit == desk.Unit).SelectMany(upload => upload.Lines);

    public bool Has(Count count) => counts.Any(of => of[count] > 0);

    public bool Overrules(params Status[] statuses) =>
        Dossiers.Any(d => d.DateOverrules && statuses.Contains(d.WrittenStatus!.Value));
}
