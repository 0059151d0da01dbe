using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>Lets desks send what is known of their dossiers, and counts what must come out.</summary>
internal sealed class DemoSeason(int seed, UnitRegister units, WorkingCalendar calendar)
{
    /// <summary>One quarter; one before it has told of some dossiers already.</summary>
    public DemoQuarter Quarter(IReadOnlyList<Desk> desks, IReadOnlyList<DemoDossier> dossiers, DemoQuarter? before)
    {
        var byDesk = dossiers.ToLookup(dossier => dossier.Unit, StringComparer.Ordinal);
        var told = desks.ToDictionary(desk => desk.Code, desk => Told(desk, before));
        var files = desks.Index().ToDictionary(at => at.Item.Code, at => Sent(at.Index));
        return new DemoQuarter
        {
            Period = desks[0].Period,
            Files = [.. files.Values.SelectMany(sent => sent).OrderBy(file => file.UploadedAt)],
            Dossiers = dossiers,
            Expected = desks.ToDictionary(
                desk => desk.Code,
                desk => DemoTruth.Of(desk, byDesk[desk.Code], DaysWithout(desk, files[desk.Code]))
            ),
            Planted = [.. desks.SelectMany(desk => People.PlantedBy(desk, byDesk[desk.Code]))],
            Told = told,
        };

        List<DemoFile> Sent(int place)
        {
            var (desk, other) = (desks[place], desks[(place + 1) % desks.Count]);
            var sending = new Sending(
                desk,
                UnitOf(desk),
                [.. byDesk[desk.Code]],
                day => FaultyLines.Of(UnitOf(other), [.. byDesk[other.Code]], day),
                new UploadTimes(place, calendar, before?.Period.Clock),
                told[desk.Code],
                Chance.For(seed, before is null ? $"{desk.Code} sends" : $"{desk.Code} sends in {desk.Period.Name}")
            );
            return [.. sending.Files(calendar)];
        }
    }

    private static Dictionary<string, DemoState> Told(Desk desk, DemoQuarter? before) =>
        new(before?.Told[desk.Code] ?? [], StringComparer.Ordinal);

    private int DaysWithout(Desk desk, List<DemoFile> files)
    {
        var days = files
            .Where(file => file.Intended is Outcome.Accepted or Outcome.Partly or Outcome.Duplicate)
            .Select(file => file.AsOf)
            .ToHashSet();
        return calendar.WorkingDays(desk.Period.FirstDay, desk.Period.LastDay).Count(day => !days.Contains(day));
    }

    private Unit UnitOf(Desk desk) =>
        units.HolderOn(desk.Code, desk.Period.LastDay)
        ?? throw new InvalidOperationException($"the register has no unit {desk.Code} in the demo's quarter");
}
