namespace CCHC.Pipeline.Kpis;

public enum Better
{
    Higher,
    Lower,
}

/// <summary>A sum of counts less other counts.</summary>
public sealed record CountSum(Count[] Plus, Count[] Minus)
{
    public static CountSum Of(params Count[] plus) => new(plus, []);

    public CountSum Less(params Count[] minus) => new(Plus, minus);

    public int In(Tally tally)
    {
        var sum = 0;
        foreach (var count in Plus)
            sum += tally[count];
        foreach (var count in Minus)
            sum -= tally[count];
        return sum;
    }
}

/// <summary>A key performance indicator as data (domain.md §5).</summary>
/// <param name="Id">E.g. on-time-766.</param>
/// <param name="Version">Grows when the definition changes; frozen with every review.</param>
/// <param name="Name">In Vietnamese, as letters print it.</param>
/// <param name="Better">Which direction is the better one.</param>
/// <param name="IsFlow">True when it adds over time; day rows keep only those.</param>
/// <param name="Numerator">Dossiers counted.</param>
/// <param name="Denominator">Dossiers asked about, without the unknown.</param>
/// <param name="Unknown">Dossiers left out because the value is unknown.</param>
public sealed record Kpi(
    string Id,
    int Version,
    string Name,
    Better Better,
    bool IsFlow,
    CountSum Numerator,
    CountSum Denominator,
    CountSum Unknown
)
{
    /// <summary>Dossiers of which nobody knows whether they are asked about: with any, "none" is not said.</summary>
    public CountSum Undecided { get; init; } = CountSum.Of();

    /// <summary>PascalCase prefix of its table columns: OnTime766.</summary>
    public string Column { get; } =
        string.Concat(Id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public string NumColumn => field ??= Column + "Num";
    public string DenColumn => field ??= Column + "Den";
    public string UnknownColumn => field ??= Column + "Unknown";
    public string RateColumn => field ??= Column + "Rate";

    /// <summary>snake_case prefix of its CSV columns: on_time_766.</summary>
    public string CsvColumn { get; } = Id.Replace('-', '_');

    public Fraction Of(Tally tally) => new(Numerator.In(tally), Denominator.In(tally), Unknown.In(tally));
}
