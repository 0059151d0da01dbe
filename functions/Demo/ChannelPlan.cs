using CCHC.Pipeline.Intake;

namespace CCHC.Demo;

/// <summary>Gives every dossier its channels, so that the desk's online rate comes out as its goal says, to the dossier.</summary>
internal sealed class ChannelPlan(Desk desk, Chance chance)
{
    public List<DemoDossier> Give(IEnumerable<DemoDossier> drafts)
    {
        var dossiers = drafts.ToList();
        if (desk.Goal.Exactly)
            Fit(dossiers);
        var counted = chance.Shuffled(dossiers.Index().Where(at => IsCounted(at.Item)).Select(at => at.Index));
        var odd = counted.Take(desk.OddChannels).ToHashSet();
        var known = counted.Skip(desk.OddChannels).ToList();
        // What has no online service is handed in online only when nothing else is left.
        var online = known
            .OrderBy(index => dossiers[index].Procedure.Level is Level.Information)
            .Take(desk.Goal.Of(known.Count))
            .ToHashSet();
        for (var i = 0; i < dossiers.Count; i++)
            dossiers[i] = With(dossiers[i], online.Contains(i), odd.Contains(i));
        return dossiers;
    }

    public DemoDossier GiveAny(DemoDossier dossier) => With(dossier, chance.Percent(desk.Goal.Percent), isOdd: false);

    private static bool IsCounted(DemoDossier dossier) => dossier.Fate is Fate.Handled or Fate.Withdrawn;

    /// <summary>Sends home as many as are too many for the percentage to be met exactly.</summary>
    private void Fit(List<DemoDossier> dossiers)
    {
        while (dossiers.Count(IsCounted) * desk.Goal.Percent % 100 != 0)
        {
            var one = chance.Below(dossiers.Count);
            if (IsCounted(dossiers[one]))
                dossiers.RemoveAt(one);
        }
    }

    private DemoDossier With(DemoDossier dossier, bool isOnline, bool isOdd)
    {
        var channel =
            isOdd ? Channel.Unrecognised
            : isOnline || !IsCounted(dossier) ? Channel.Online
            : chance.Percent(4) ? Channel.Postal
            : Channel.InPerson;
        return dossier with
        {
            Channel = channel,
            HasBlankChannel = desk.LeavesInPersonBlank && channel is Channel.InPerson && chance.Percent(70),
            ReturnChannel =
                channel is Channel.Online && dossier.Procedure.Level is Level.Full && chance.Percent(40)
                    ? Channel.Online
                : chance.Percent(11) ? Channel.Postal
                : Channel.InPerson,
            Digitised = channel is Channel.Online || chance.Percent(35),
            PaidOnline = dossier.Procedure.HasFee ? channel is Channel.Online && chance.Percent(45) : null,
        };
    }
}
