namespace CCHC.Failure.Tests.Schedules;

/// <summary>What a schedule consisted of.</summary>
internal sealed class Tally
{
    public int Seeds { get; set; }
    public Dictionary<Mishap, int> Mishaps { get; } = [];
    public int Uploads { get; set; }
    public int Bad { get; set; }
    public int Corrections { get; set; }
    public int Withdrawals { get; set; }
    public int Requests { get; set; }
    public int Operations { get; set; }
    public int FailedOperations { get; set; }
    public int Restarts { get; set; }

    /// <summary>Cold segments written.</summary>
    public int Archived { get; set; }

    /// <summary>Dossiers that came back from the archive because a late upload speaks of them.</summary>
    public int Woken { get; set; }

    /// <summary>Of all that was done, in its order: the same in every run of a seed.</summary>
    public ulong Trace { get; private set; } = 14695981039346656037;

    /// <summary>Where all that was done is told, if anybody wants to read it.</summary>
    public TextWriter? Story { get; init; }

    public void Note(Mishap mishap) => Mishaps[mishap] = Mishaps.GetValueOrDefault(mishap) + 1;

    public void Follow(string what)
    {
        Story?.WriteLine(what);
        foreach (var c in what)
            Trace = (Trace ^ c) * 1099511628211;
    }

    public void Add(Tally other)
    {
        Seeds++;
        foreach (var (mishap, times) in other.Mishaps)
            Mishaps[mishap] = Mishaps.GetValueOrDefault(mishap) + times;
        Uploads += other.Uploads;
        Bad += other.Bad;
        Corrections += other.Corrections;
        Withdrawals += other.Withdrawals;
        Requests += other.Requests;
        Operations += other.Operations;
        FailedOperations += other.FailedOperations;
        Restarts += other.Restarts;
        Archived += other.Archived;
        Woken += other.Woken;
    }
}
