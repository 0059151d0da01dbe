using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>A seeded, realistic quarter: what the units uploaded, the dossiers behind it, and what must come out.</summary>
public sealed record DemoQuarter
{
    public const int DefaultSeed = 389;

    /// <summary>The province's units since 1 July 2025.</summary>
    public static IReadOnlyList<Unit> ProvinceUnits => ProvinceDesks.Units;

    internal DemoQuarter() { }

    public required DemoPeriod Period { get; init; }

    /// <summary>In upload order.</summary>
    public required IReadOnlyList<DemoFile> Files { get; init; }

    /// <summary>Every dossier that the uploads tell of, with its whole life.</summary>
    public required IReadOnlyList<DemoDossier> Dossiers { get; init; }

    /// <summary>By unit code.</summary>
    public required IReadOnlyDictionary<string, DemoTruth> Expected { get; init; }

    /// <summary>Every invented piece of personal data in the files; none may be found anywhere behind the door.</summary>
    public required IReadOnlyList<string> Planted { get; init; }

    /// <summary>What is known above of each dossier, by unit code and dossier code.</summary>
    internal IReadOnlyDictionary<string, Dictionary<string, DemoState>> Told { get; init; } =
        new Dictionary<string, Dictionary<string, DemoState>>(StringComparer.Ordinal);

    /// <summary>The first quarter of 2022 of the ten units of Hồng Ngự.</summary>
    public static DemoQuarter Make(int seed, UnitRegister units, WorkingCalendar calendar)
    {
        var dossiers = Desks.All.SelectMany(desk => DeskDossiers.Of(desk, calendar, seed));
        return new DemoSeason(seed, units, calendar).Quarter(Desks.All, Counted(dossiers, from: 1), before: null);
    }

    /// <summary>The second quarter of 2022: what was open lives on, at the same desks.</summary>
    public static DemoQuarter MakeSecond(DemoQuarter first, int seed, UnitRegister units, WorkingCalendar calendar)
    {
        var desks = SecondQuarterDesks.All(calendar);
        var dossiers = desks.SelectMany(desk => DeskDossiers.Later(desk, calendar, seed));
        return new DemoSeason(seed, units, calendar).Quarter(
            desks,
            [.. LivingOn(first, desks), .. Counted(dossiers, from: first.Dossiers.Count + 1)],
            first
        );
    }

    /// <summary>The fourth quarter of 2025 of the province's 102 units, or of some of them.</summary>
    public static DemoQuarter MakeProvince(
        int seed,
        UnitRegister units,
        WorkingCalendar calendar,
        IEnumerable<string>? codes = null
    )
    {
        var all = ProvinceDesks.All(seed);
        List<Desk> desks = codes is null ? [.. all] : [.. all.IntersectBy(codes, desk => desk.Code)];
        var dossiers = desks.SelectMany(desk => DeskDossiers.Of(desk, calendar, seed));
        return new DemoSeason(seed, units, calendar).Quarter(desks, Counted(dossiers, from: 1), before: null);
    }

    private static List<DemoDossier> Counted(IEnumerable<DemoDossier> dossiers, int from) =>
        [.. dossiers.Index().Select(at => at.Item with { Person = at.Index + from })];

    /// <summary>Dossiers of the quarter before that something happened to later.</summary>
    private static IEnumerable<DemoDossier> LivingOn(DemoQuarter first, IReadOnlyList<Desk> desks)
    {
        foreach (var desk in desks)
        {
            var told = first.Told[desk.Code];
            foreach (var dossier in first.Dossiers.Where(dossier => dossier.Unit == desk.Code))
            {
                if (dossier.On(desk.LastDay) != told.GetValueOrDefault(dossier.Code))
                    yield return dossier;
            }
        }
    }
}
