using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>All dossiers of one desk: received, given channels, lived, numbered.</summary>
internal static class DeskDossiers
{
    /// <summary>Of the first quarter that is shown: with some that were carried over into it.</summary>
    public static List<DemoDossier> Of(Desk desk, WorkingCalendar calendar, int seed)
    {
        var chance = Chance.For(seed, desk.Code);
        var reception = new Reception(desk, calendar, chance);
        var channels = new ChannelPlan(desk, chance);
        var life = new DossierLife(desk, calendar, chance);
        var carriedOver = reception
            .Before()
            .Select(channels.GiveAny)
            .Select(life.Lived)
            .Where(dossier => IsOpen(dossier.On(desk.Period.FirstDay.AddDays(-1))));
        var own = channels.Give(reception.InTheQuarter()).Select(life.Lived);
        return [.. Numbered(desk, [.. carriedOver], step: 4), .. Numbered(desk, [.. own], step: 1)];
    }

    /// <summary>New ones of a quarter that follows another: what was carried over is that one's.</summary>
    public static List<DemoDossier> Later(Desk desk, WorkingCalendar calendar, int seed)
    {
        var chance = Chance.For(seed, $"{desk.Code} in {desk.Period.Name}");
        var reception = new Reception(desk, calendar, chance);
        var channels = new ChannelPlan(desk, chance);
        var life = new DossierLife(desk, calendar, chance);
        var untold = reception.Untold().Select(channels.GiveAny).Select(life.Lived);
        var own = channels.Give(reception.InTheQuarter()).Select(life.Lived);
        return [.. Numbered(desk, [.. untold], step: 1), .. Numbered(desk, [.. own], step: 1)];
    }

    private static bool IsOpen(DemoState? state) =>
        state is { Status: not (Status.Cancelled or Status.Releasing or Status.Done) };

    /// <summary>Dossier codes after TT 01/2018, Đ19: the number restarts every day.</summary>
    private static IEnumerable<DemoDossier> Numbered(Desk desk, List<DemoDossier> dossiers, int step)
    {
        foreach (var day in dossiers.GroupBy(dossier => dossier.Received).OrderBy(day => day.Key))
        {
            foreach (var (index, dossier) in day.OrderBy(dossier => dossier.Time).Index())
                yield return dossier with
                {
                    Code = Code(desk, day.Key, (index * step) + 1),
                };
        }
    }

    private static string Code(Desk desk, DateOnly day, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{desk.Prefix}-{day:yyMMdd}-{number:0000}");
}
