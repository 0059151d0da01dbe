using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The exports of one desk about a handful of dossiers, so few that exports often speak of the same.</summary>
internal sealed class DeskUploads(
    Random random,
    string code,
    IReadOnlyList<NaiveUnit> units,
    IReadOnlyList<DossierStory> stories
)
{
    private const KeptColumns StatusOrDate = KeptColumns.Status | KeptColumns.Finished | KeptColumns.Returned;
    private static readonly KeptColumns[] Optional =
    [
        KeptColumns.Due,
        KeptColumns.Finished,
        KeptColumns.Returned,
        KeptColumns.Status,
        KeptColumns.Channel,
        KeptColumns.ReturnChannel,
        KeptColumns.Level,
        KeptColumns.Field,
        KeptColumns.Procedure,
        KeptColumns.Digitised,
        KeptColumns.PaidOnline,
    ];

    private readonly List<NaiveUpload> uploads = [];

    /// <summary>A header and no rows: a quiet day.</summary>
    public static NaiveUpload Blank(string unit, DateOnly asOf, DateOnly uploadDay, Random random)
    {
        // Any hour of the Vietnamese day; after midnight there it is still the day before in UTC.
        var inVietnam = uploadDay.ToDateTime(TimeOnly.MinValue).AddSeconds(random.Next(24 * 3600));
        return new NaiveUpload
        {
            Unit = unit,
            AsOf = asOf,
            UploadedAt = inVietnam.AddHours(-7).Ticks,
        };
    }

    public IReadOnlyList<NaiveUpload> Make(DateOnly first, DateOnly last)
    {
        // One system never has some columns, another leaves them out now and then.
        var lacking = random.InHundred(30) ? Some(25) : KeptColumns.None;
        for (var n = random.Next(1, 16); n > 0; n--)
            uploads.Add(random.InHundred(12) && uploads.Count > 0 ? Copy() : Fresh(first, last, lacking));
        return uploads;
    }

    private NaiveUpload Fresh(DateOnly first, DateOnly last, KeptColumns lacking)
    {
        var asOf =
            random.InHundred(20) && uploads.Count > 0
                ? random.Pick<NaiveUpload>([.. uploads]).AsOf
                : random.Day(first, last);
        var uploadDay = random.InHundred(70) ? asOf : asOf.AddDays(random.Pick(1, 1, 3, 20, 70));
        var upload = Blank(UnitOn(asOf), asOf, uploadDay, random);
        var twin = uploads.Find(other => DayOf(other) == uploadDay);
        // Two uploads of one instant: then the hash says which is the later.
        var uploadedAt = twin is not null && random.InHundred(50) ? twin.UploadedAt : upload.UploadedAt;
        var columns = NaiveUpload.AllColumns & ~Spared(lacking | (random.InHundred(35) ? Some(20) : KeptColumns.None));
        return upload with
        {
            UploadedAt = uploadedAt,
            Columns = columns,
            Lines = Lines(asOf, uploadDay, columns.HasFlag(KeptColumns.Returned)),
        };
    }

    /// <summary>The same content again, for the same day or another.</summary>
    private NaiveUpload Copy()
    {
        var original = random.Pick<NaiveUpload>([.. uploads]);
        var uploadDay = DayOf(original).AddDays(random.Next(1, 10));
        var sameUnit = units.Single(unit => unit.Id == original.Unit);
        var asOf = random.InHundred(50) ? original.AsOf : random.Day(original.AsOf, uploadDay);
        var again = Blank(original.Unit, sameUnit.IsValidOn(asOf) ? asOf : original.AsOf, uploadDay, random);
        return again with { Columns = original.Columns, Lines = original.Lines };
    }

    private List<NaiveLine> Lines(DateOnly asOf, DateOnly uploadDay, bool tellReturns)
    {
        var known = stories.Where(story => story.Received <= (random.InHundred(20) ? uploadDay : asOf)).ToList();
        if (known.Count == 0 || random.InHundred(8))
            return [];
        var full = random.InHundred(30);
        var chosen = full
            ? known
            : [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Pick<DossierStory>([.. known]))];
        var lines = chosen.SelectMany(story =>
            Enumerable.Repeat(story, random.InHundred(6) ? 2 : 1).Select(it => it.Line(random, asOf, uploadDay))
        );
        return Plausible(lines.Take(25), asOf, mostReturned: tellReturns ? 25 : 4);
    }

    // design.md §8: a file in which more than half of at least 5 codes contradict the received day, or in which at
    // least 5 rows are later than its own day, is held back, and a day before everything isn't the file's. So is one
    // in which at least 5 were returned and no column says when.
    private static List<NaiveLine> Plausible(IEnumerable<NaiveLine> lines, DateOnly asOf, int mostReturned)
    {
        var (plausible, contradicting, late, returned) = (new List<NaiveLine>(), 0, 0, 0);
        foreach (var line in lines)
        {
            var day = line.Received.ToString("yyMMdd", System.Globalization.CultureInfo.InvariantCulture);
            var contradicts = !line.Code.Contains($"-{day}-", StringComparison.Ordinal);
            var isLate = line.Received > asOf || line.Finished > asOf || line.Returned > asOf;
            var isReturned = line.Status is Status.Done;
            if (
                (contradicts && contradicting == 2)
                || (isLate && late == 4)
                || (isReturned && returned == mostReturned)
            )
                continue;
            returned += isReturned ? 1 : 0;
            contradicting += contradicts ? 1 : 0;
            late += isLate ? 1 : 0;
            plausible.Add(line);
        }
        return plausible.Exists(line => line.Received <= asOf) ? plausible : [];
    }

    private string UnitOn(DateOnly asOf) =>
        units.Single(unit => unit.Id.StartsWith(code, StringComparison.Ordinal) && unit.IsValidOn(asOf)).Id;

    private KeptColumns Some(int percent) =>
        Optional.Where(_ => random.InHundred(percent)).Aggregate(KeptColumns.None, (all, column) => all | column);

    // "Required: … one of status, finished date, returned date".
    private KeptColumns Spared(KeptColumns lacking) =>
        (lacking & StatusOrDate) == StatusOrDate
            ? lacking & ~random.Pick(KeptColumns.Status, KeptColumns.Finished, KeptColumns.Returned)
            : lacking;

    private static DateOnly DayOf(NaiveUpload upload) =>
        DateOnly.FromDateTime(new DateTime(upload.UploadedAt).AddHours(7));
}
