using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Units;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Quarters with something of everything; all figures are invented.</summary>
internal static class WholeQuarters
{
    private static readonly string[] FieldNames =
    [
        "Hộ tịch",
        "Chứng thực",
        "Đất đai",
        "Bảo trợ xã hội",
        "Văn hóa cơ sở",
        "Thi đua - Khen thưởng",
    ];

    private static readonly string[] HongNguUnits =
    [
        "Xã Thường Phước 1",
        "Xã Thường Thới Hậu A",
        "Thị trấn Thường Thới Tiền",
        "Xã Thường Phước 2",
        "Xã Thường Lạc",
        "Xã Long Khánh A",
        "Xã Long Khánh B",
        "Xã Long Thuận",
        "Xã Phú Thuận A",
        "Xã Phú Thuận B",
    ];

    public static readonly Office[] Offices =
    [
        Office("tu-phap", "Phòng Tư pháp", "ho-tich", "chung-thuc"),
        Office("van-hoa-thong-tin", "Phòng Văn hóa và Thông tin", "van-hoa-co-so"),
        Office("tai-chinh-ke-hoach", "Phòng Tài chính - Kế hoạch", "tai-chinh"),
        Office("lao-dong", "Phòng Lao động - Thương binh và Xã hội", "bao-tro-xa-hoi"),
    ];

    /// <summary>Ten units: some met, some below, one without channels, one that sent nothing, one with gaps.</summary>
    public static QuarterResults HongNgu() => Of(HongNguUnits, seed: 22, Offices);

    /// <summary>As many as a province has since July 2025, wards first.</summary>
    public static QuarterResults Province(int units = 102, int seed = 82) =>
        Of(
            [
                .. Enumerable
                    .Range(1, units)
                    .Select(number => $"{(number <= 20 ? "Phường" : "Xã")} Tân Hội Đông {number}"),
            ],
            seed,
            Offices
        );

    private static QuarterResults Of(IReadOnlyList<string> names, int seed, Office[] offices)
    {
        var chance = new Random(seed);
        var quarter = new SomeQuarter
        {
            Targets = [Target("online", 40, 100), Target("on-time", 95, 100), Target("overdue-open", 5, 100)],
        };
        foreach (var (index, name) in names.Index())
        {
            var without = index % 10 == 6;
            quarter.With(
                name,
                index % 10 == 9 ? [] : Fields(chance, without),
                CoverageOf(index % 10),
                name.Split(' ')[0] switch
                {
                    "Phường" => "ward",
                    "Thị" => "town",
                    _ => "commune",
                },
                Before(chance, index % 10),
                SomeChecklist.Of(index % 10)
            );
        }
        var results = quarter.Results(offices);
        return results with { FollowUps = Earlier(results) };
    }

    private static FieldFigures[] Fields(Random chance, bool withoutChannel) =>
        [
            .. FieldNames.Select(name =>
            {
                var received = chance.Next(5, 140);
                var (late, open) = (chance.Next(0, 3), chance.Next(0, 6));
                var field = Field(
                    Storage.Slug.Of(name),
                    name,
                    received,
                    withoutChannel ? 0 : chance.Next(0, received),
                    unknown: withoutChannel ? received : 0,
                    carriedOver: chance.Next(4, 9),
                    early: received / 4,
                    overdue: late,
                    openInTime: open,
                    openOverdue: chance.Next(0, 2)
                );
                return SomeServices.Of(field);
            }),
        ];

    private static Coverage CoverageOf(int place) =>
        place switch
        {
            9 => new Coverage(null, 60, Days(new DateOnly(2021, 12, 15), 60)),
            3 => new Coverage(new DateOnly(2022, 3, 14), 60, Days(new DateOnly(2022, 2, 7), 12)),
            7 => new Coverage(new DateOnly(2022, 3, 14), 60, [new DateOnly(2022, 1, 5), new DateOnly(2022, 3, 1)]),
            _ => new Coverage(new DateOnly(2022, 3, 14), 60, []),
        };

    private static DateOnly[] Days(DateOnly first, int count) => [.. Enumerable.Range(0, count).Select(first.AddDays)];

    private static PreviousReview? Before(Random chance, int place) =>
        place == 4
            ? null
            : new(
                "2021-Q4",
                [
                    new(
                        "online",
                        new Fraction(chance.Next(10, 60), 150, 0),
                        place < 3 ? Verdict.Below : Verdict.Met,
                        place < 3 ? 2 : 0
                    ),
                    new("on-time", new Fraction(140, 150, 0), Verdict.Below, 1),
                ]
            );

    // An item of the quarter before of the unit without dossiers: issued, and past its deadline.
    private static List<FollowUp> Earlier(QuarterResults results) =>
        [
            .. results
                .Units.Where(unit => unit.Figures.IsEmpty)
                .Select(unit => new FollowUp
                {
                    Unit = unit.Unit.Id,
                    Period = "2021-Q4",
                    Finding = "online",
                    Name = "Tỷ lệ hồ sơ nộp trực tuyến",
                    Times = 1,
                    Number = "12",
                    IssuedOn = new DateOnly(2021, 12, 28),
                    Deadline = new DateOnly(2022, 1, 19),
                }),
        ];
}
