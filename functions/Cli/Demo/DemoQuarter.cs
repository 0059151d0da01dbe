using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Demo;

/// <summary>
/// A seeded, realistic first quarter of 2022 of the ten units of Hồng Ngự: what they uploaded, the dossiers behind
/// it, and what must come out.
/// </summary>
public sealed record DemoQuarter
{
    public const int DefaultSeed = 389;

    private DemoQuarter() { }

    /// <summary>The statutory first quarter.</summary>
    public static DateOnly FirstDay { get; } = new(2021, 12, 15);
    public static DateOnly LastDay { get; } = new(2022, 3, 14);

    /// <summary>Where the demo's clock stands: 18 March 2022, 08:00 in Vietnam. Every upload lies before it.</summary>
    public static DateTimeOffset Clock { get; } = VietnamTime.StartOf(new DateOnly(2022, 3, 18)).AddHours(8);

    /// <summary>In upload order.</summary>
    public required IReadOnlyList<DemoFile> Files { get; init; }

    /// <summary>Every dossier that the uploads tell of, with its whole life.</summary>
    public required IReadOnlyList<DemoDossier> Dossiers { get; init; }

    /// <summary>By unit code.</summary>
    public required IReadOnlyDictionary<string, DemoTruth> Expected { get; init; }

    /// <summary>Every invented piece of personal data in the files; none may be found anywhere behind the door.</summary>
    public required IReadOnlyList<string> Planted { get; init; }

    public static DemoQuarter Make(int seed, UnitRegister units, WorkingCalendar calendar)
    {
        List<DemoDossier> all = [.. Desks.All.SelectMany(desk => DeskDossiers.Of(desk, calendar, seed))];
        all = [.. all.Index().Select(at => at.Item with { Person = at.Index + 1 })];
        var byDesk = all.ToLookup(dossier => dossier.Unit, StringComparer.Ordinal);
        var files = Desks.All.Index().SelectMany(at => Sent(at.Item, at.Index).Files(calendar));
        return new DemoQuarter
        {
            Files = [.. files.OrderBy(file => file.UploadedAt)],
            Dossiers = all,
            Expected = Desks.All.ToDictionary(desk => desk.Code, desk => DemoTruth.Of(desk, byDesk[desk.Code])),
            Planted = [.. Desks.All.SelectMany(desk => People.PlantedBy(desk, byDesk[desk.Code]))],
        };

        Sending Sent(Desk desk, int place)
        {
            var other = Desks.All[(place + 1) % Desks.All.Count].Code;
            return new Sending(
                desk,
                UnitOf(desk.Code),
                [.. byDesk[desk.Code]],
                day => FaultyLines.Of(UnitOf(other), [.. byDesk[other]], day),
                new UploadTimes(place, calendar),
                Chance.For(seed, $"{desk.Code} sends")
            );
        }

        Unit UnitOf(string code) =>
            units.HolderOn(code, LastDay)
            ?? throw new InvalidOperationException($"the register has no unit {code} in the demo's quarter");
    }
}
