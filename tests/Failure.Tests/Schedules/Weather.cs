using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>How bad the network is, and what it does to the next request.</summary>
internal sealed class Weather
{
    private static readonly Mishap[] OfTheNetwork =
    [
        Mishap.Lost,
        Mishap.AnswerLost,
        Mishap.TimedOut,
        Mishap.TimedOutApplied,
        Mishap.Busy,
        Mishap.Throttled,
        Mishap.SignInPage,
        Mishap.BodyBroken,
        Mishap.Moved,
    ];

    private readonly Random random;
    private readonly int faultsInThousand;
    private readonly int deathsInThousand;
    private readonly Dictionary<string, int> storms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> leases = new(StringComparer.Ordinal);

    public Weather(Random random)
    {
        this.random = random;
        faultsInThousand = random.Pick(0, 3, 10, 25);
        deathsInThousand = random.Pick(0, 2, 4, 8);
    }

    public bool IsCalm { get; set; }

    /// <summary>Somebody holds a lease until so many requests more have been served.</summary>
    public void Lease(string place, int requests) => leases[place] = requests;

    public Mishap Next(Arrival arrival)
    {
        if (IsCalm || !arrival.Operation.Host.IsDisturbed)
            return Mishap.None;
        Shorten(leases);
        if (arrival.IsWrite && arrival.IsBlob && leases.ContainsKey(arrival.Place))
            return Mishap.Leased;
        if (arrival.IsConditional && storms.ContainsKey(arrival.Place))
        {
            if (--storms[arrival.Place] <= 0)
                storms.Remove(arrival.Place);
            return Mishap.Moved;
        }
        if (random.Next(1000) < deathsInThousand)
            return random.Pick(Mishap.KilledBefore, Mishap.KilledAfter);
        return random.Next(1000) < faultsInThousand ? OfNetwork(arrival) : Mishap.None;
    }

    private Mishap OfNetwork(Arrival arrival)
    {
        var mishap = random.Pick(OfTheNetwork);
        if (mishap is Mishap.BodyBroken && arrival.IsWrite)
            return Mishap.AnswerLost;
        if (mishap is not Mishap.Moved)
            return mishap;
        if (!arrival.IsConditional)
            return Mishap.Lost;
        storms[arrival.Place] = random.Next(1, 4);
        return Mishap.Moved;
    }

    private static void Shorten(Dictionary<string, int> leases)
    {
        foreach (var place in leases.Keys.ToList())
        {
            if (--leases[place] <= 0)
                leases.Remove(place);
        }
    }
}
