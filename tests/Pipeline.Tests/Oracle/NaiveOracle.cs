using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>
/// All figures of one unit, computed from the list of its uploads by the letter of domain.md §5 and design.md §3–4.
/// It shares no code with the pipeline; the order of the list means nothing to it.
/// </summary>
public sealed class NaiveOracle
{
    private readonly List<NaiveUpload> uploads;

    public NaiveOracle(string unit, IEnumerable<NaiveUpload> uploads)
    {
        Unit = unit;
        this.uploads = [.. uploads.Where(upload => upload.Unit == unit)];
        Dossiers = NaiveDossier.Of(this.uploads);
    }

    public string Unit { get; }

    public IReadOnlyList<NaiveDossier> Dossiers { get; }

    // "the unit's latest as-of date (over uploads with at least one accepted row, or with a header and no rows)".
    public DateOnly? AsOf => uploads.Count == 0 ? null : uploads.Max(upload => upload.AsOf);

    /// <summary>Days that have an export.</summary>
    public IReadOnlySet<DateOnly> ExportDays => uploads.Select(upload => upload.AsOf).ToHashSet();

    /// <summary>"" for the unit, then -f-{field} and -p-{procedure} of its dossiers.</summary>
    public IEnumerable<string> Suffixes => Dossiers.SelectMany(SuffixesOf).Prepend("").Distinct();

    /// <summary>Counts of one row in any span, whether or not such a row is stored.</summary>
    public IReadOnlyDictionary<Count, int> CountsOf(string suffix, DateOnly from, DateOnly to) =>
        NaiveCounts.Of(Dossiers.Where(dossier => SuffixesOf(dossier).Contains(suffix)), from, to, AsOf ?? to);

    // design.md §3: "rows exist from the period of the first R to that of the latest as-of, where any count is not zero".
    public IReadOnlyDictionary<(string Period, string Suffix), IReadOnlyDictionary<Count, int>> Rows(bool statutory) =>
        FirstReceived is { } first && AsOf is { } last
            ? NaiveSpan
                .Touching(first, last, statutory)
                .SelectMany(span => Suffixes.Select(suffix => (span, suffix)))
                .Select(row =>
                    (Key: (row.span.Name, row.suffix), Counts: CountsOf(row.suffix, row.span.From, row.span.To))
                )
                .Where(row => row.Counts.Values.Any(count => count != 0))
                .ToDictionary(row => row.Key, row => row.Counts)
            : new Dictionary<(string, string), IReadOnlyDictionary<Count, int>>();

    /// <summary>A day's row is that of the period of one day, for the unit only.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<Count, int>> Days =>
        FirstReceived is { } first && AsOf is { } last
            ? Enumerable
                .Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1))
                .Select(DateOnly.FromDayNumber)
                .Select(day => (day, Counts: CountsOf("", day, day)))
                .Where(row => row.Counts.Values.Any(count => count != 0))
                .ToDictionary(row => row.day, row => row.Counts)
            : new Dictionary<DateOnly, IReadOnlyDictionary<Count, int>>();

    // Of counted dossiers only: those receiving or denied "are counted nowhere", so they open no period either.
    private DateOnly? FirstReceived =>
        Dossiers.Where(dossier => dossier.IsCounted).Select(dossier => (DateOnly?)dossier.Received).Min();

    // "Everything adds over units, fields and procedures (a dossier without field or procedure belongs to unknown)".
    private static string[] SuffixesOf(NaiveDossier dossier) => ["", $"-f-{dossier.Field}", $"-p-{dossier.Procedure}"];
}
