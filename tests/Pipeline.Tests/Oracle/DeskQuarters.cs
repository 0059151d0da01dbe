using FsCheck;
using FsCheck.Fluent;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Generates quarters of desks in which every rule of domain.md §5 and design.md §3–4 has its turn.</summary>
public static class DeskQuarters
{
    private static readonly DateOnly Handover = new(2025, 7, 1);
    private static readonly NaiveUnit[] Before =
    [
        new("29956", "Xã Thường Phước 1", null, Handover.AddDays(-1)),
        new("29971", "Thị trấn Thường Thới Tiền", null, Handover.AddDays(-1)),
    ];
    private static readonly NaiveUnit[] AcrossHandover =
    [
        Before[1],
        new("29971-20250701", "Xã Thường Phước", Handover, null),
    ];

    public static Arbitrary<DeskQuarter> Arbitrary() =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Make), quarter => quarter.Smaller());

    public static DeskQuarter Make(int seed)
    {
        var random = new Random(seed);
        var kind = random.Next(100);
        var isHandover = kind < 8;
        var quarter = isHandover ? "2025-Q3" : random.Pick("2022-Q1", "2022-Q1", "2022-Q2", "2023-Q1", "2024-Q2");
        var statutory = random.InHundred(75);
        var span = NaiveSpan.Named(quarter, statutory);
        // Some desks' exports are spread over three years, so that dossiers come to rest in archives.
        var isLong = kind is >= 8 and < 20;
        var first = span.From.AddDays(isLong ? -200 : -60);
        var last = span.To.AddDays(isLong ? 900 : 60);
        // The codes of 2022 end with the handover, where long stories stop.
        last = !isHandover && last >= Handover ? Handover.AddDays(-1) : last;

        var units = isHandover ? AcrossHandover : [.. Before.Take(random.Next(1, 3))];
        var desks = units.Select(unit => unit.Id[..5]).Distinct();
        var stories = Stories(random, first, last);
        var uploads = desks
            .SelectMany(desk => new DeskUploads(random, desk, units, stories).Make(first, last))
            .ToList();
        if (random.InHundred(35))
            uploads.AddRange(QuietDays(random, units, span, uploads));
        return new DeskQuarter(
            seed,
            quarter,
            statutory,
            units,
            [.. Targets(random, units, span).DistinctBy(target => (target.Kpi, target.From, target.Unit))],
            [.. uploads.Select((upload, index) => ExportCsv.Sealed(upload with { Number = index + 1 }))]
        );
    }

    /// <summary>Two desks may give their dossiers the same codes: the identity of a dossier is (unit, code).</summary>
    private static List<DossierStory> Stories(Random random, DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(1, random.Next(3, 13)).Select(number => DossierStory.Make(random, number, first, last))];

    /// <summary>A header and no rows on (nearly) all other working days of the quarter, so that it is covered.</summary>
    private static List<NaiveUpload> QuietDays(
        Random random,
        IReadOnlyList<NaiveUnit> units,
        NaiveSpan span,
        IReadOnlyList<NaiveUpload> uploads
    )
    {
        var quiet = units.SelectMany(unit =>
        {
            var sent = uploads.Where(upload => upload.Unit == unit.Id).Select(upload => upload.AsOf).ToHashSet();
            var days = NaiveCalendar
                .WorkingDays(span.From, span.To)
                .Where(unit.IsValidOn)
                .Where(day => !sent.Contains(day));
            return days.OrderBy(_ => random.Next())
                .Skip(random.Pick(0, 9, 10, 10, 11, 11, 12))
                .Select(day => DeskUploads.Blank(unit.Id, day, day, random));
        });
        return [.. quiet.OrderBy(upload => upload.AsOf)];
    }

    private static IEnumerable<NaiveTarget> Targets(Random random, IReadOnlyList<NaiveUnit> units, NaiveSpan span)
    {
        foreach (var kpi in NaiveKpi.All)
        {
            for (var n = random.Next(3); n > 0; n--)
            {
                var (num, den) = random.Pick((2, 5), (1, 2), (1, 3), (3, 4), (1, 1), (0, 1), (9, 10));
                var from = random.Pick(
                    span.From.AddYears(-1),
                    span.From,
                    span.To.AddDays(-1),
                    span.To,
                    span.To.AddDays(1)
                );
                var to = random.Pick<DateOnly?>(null, null, span.To, span.To.AddYears(1), span.To.AddDays(-1));
                var unit = random.InHundred(40) ? random.Pick<NaiveUnit>([.. units]).Id : null;
                yield return new NaiveTarget(kpi.Id, num, den, from, to < from ? from : to, unit);
            }
        }
    }
}
