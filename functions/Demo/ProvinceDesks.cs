using System.Globalization;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>The desks of the province's wards and communes, small and invented.</summary>
public static class ProvinceDesks
{
    /// <summary>Never sent anything.</summary>
    public const string Silent = "30163";

    /// <summary>The province's units since 1 July 2025.</summary>
    public static IReadOnlyList<Unit> Units { get; } = UnitCsv.Parse(DemoData.Read("units_dong_thap_2025.csv"));

    internal static IReadOnlyList<Desk> All(int seed) =>
        [
            .. Units
                .Index()
                .Where(at => at.Item.Code.Text != Silent)
                .Select(at => Storied(Ordinary(at.Item, at.Index, Chance.For(seed, $"{at.Item.Id} is a desk")))),
        ];

    private static Layout Book { get; } = new(Desks.Book, Wording.Desk, "dd/MM/yyyy", Title.None);

    private static Desk Ordinary(Unit unit, int place, Chance chance)
    {
        var isWard = unit.Kind == "ward";
        var (headers, wording, format) = (place % 3) switch
        {
            0 => (Desks.Provincial, Wording.Provincial, FileFormat.Utf8(',')),
            1 => (Desks.Portal, Wording.Portal, FileFormat.Utf8Bom(',')),
            _ => (Desks.Window, Wording.Desk, FileFormat.Utf8(';')),
        };
        return new(
            unit.Code.Text,
            isWard ? 4 : 2,
            string.Create(CultureInfo.InvariantCulture, $"H20.{101 + place}"),
            new(isWard ? chance.Between(46, 82) : chance.Between(36, 72)),
            new(headers, wording, "dd/MM/yyyy HH:mm", Title.None),
            format,
            (day, _) => string.Create(CultureInfo.InvariantCulture, $"hoso-{day:yyyyMMdd}"),
            []
        )
        {
            Period = DemoPeriod.Province,
            Slow = chance.Between(2, 14),
            Forgets = chance.Pick([0, 0, 8, 12, 20]),
        };
    }

    private static Desk Storied(Desk desk) =>
        desk.Code switch
        {
            "29971" => desk with { Goal = new(50, Exactly: true) },
            "29983" => desk with { Goal = new(50, Exactly: true, Short: 1) },
            // Words for channels that nobody knows: the verdict would hang on them.
            "30154" => desk with { Goal = new(48), OddChannels = 9 },
            // The statutory book, which has no channel.
            "30130" or "30169" => desk with { Layout = Book },
            "30112" or "30157" => desk with { LastDay = new DateOnly(2025, 11, 14) },
            // Connected three weeks late: too many days without an export.
            "29938" => desk with { FirstDay = new DateOnly(2025, 10, 6) },
            _ => desk,
        };
}
