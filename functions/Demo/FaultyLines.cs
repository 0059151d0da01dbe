using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>Lines as they must not be.</summary>
internal static class FaultyLines
{
    /// <summary>Two lines that will be refused today, and a third whose applicant slid into the status column.</summary>
    public static List<Line> Among(IReadOnlyList<Line> lines, Chance chance)
    {
        var (first, second) = (chance.Below(lines.Count / 2), lines.Count - 1 - chance.Below(lines.Count / 2));
        List<Line> faulty = [.. lines];
        faulty[first] = Spoilt(lines[first], chance);
        faulty[second] = Spoilt(lines[second], chance);
        var stranger = lines[first] with
        {
            Dossier = lines[first].Dossier with { Code = lines[first].Dossier.Code[..^4] + "9901" },
        };
        faulty.Add(stranger.Saying(Column.Status, People.Name(stranger.Dossier.Person)));
        return faulty;
    }

    /// <summary>A system whose words for statuses changed overnight.</summary>
    public static List<Line> All(IReadOnlyList<Line> lines) => [.. lines.Select(UnknownStatus)];

    /// <summary>The latest dossiers of another unit, sent by mistake.</summary>
    public static List<Line> Of(Unit unit, IReadOnlyList<DemoDossier> dossiers, DateOnly day) =>
        [
            .. dossiers
                .Select(dossier => (dossier, state: dossier.On(day)))
                .Where(at => at.state is not null)
                .TakeLast(9)
                .Select(at => new Line(at.dossier, at.state!).Saying(Column.Unit, unit.Name)),
        ];

    private static Line UnknownStatus(Line line) => line.Saying(Column.Status, "Chờ lãnh đạo ký số");

    /// <summary>A first version from before the latest change, and with the wrong channel where one is written.</summary>
    public static Line Outdated(Line line)
    {
        var dossier = line.Dossier;
        var earlier = line with { State = dossier.Life.Last(state => state.Day < line.State.Day) };
        if (dossier.HasBlankChannel || dossier.Channel is Channel.Unrecognised)
            return earlier;
        var wrong = dossier.Channel is Channel.Online ? Channel.InPerson : Channel.Online;
        return earlier with { Dossier = dossier with { Channel = wrong } };
    }

    public static bool HasAnEarlierState(Line line) => line.Dossier.Life.Any(state => state.Day < line.State.Day);

    private static Line Spoilt(Line line, Chance chance) =>
        chance.Below(4) switch
        {
            0 => line.Saying(Column.Received, ""),
            1 => line.Saying(Column.Received, "31/02/2022"),
            2 => line.Saying(Column.Code, "HS-00012"),
            _ => UnknownStatus(line),
        };
}
