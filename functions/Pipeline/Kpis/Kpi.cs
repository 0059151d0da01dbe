namespace CCHC.Pipeline.Kpis;

public enum Better
{
    Higher,
    Lower,
}

/// <summary>A key performance indicator as data (domain.md §5): all that is particular to it stands in its one entry.</summary>
public sealed record Kpi
{
    /// <summary>E.g. on-time-766.</summary>
    public required string Id { get; init; }

    /// <summary>Grows when the definition changes; frozen with every review.</summary>
    public required int Version { get; init; }

    /// <summary>In Vietnamese, as letters print it.</summary>
    public required string Name { get; init; }

    /// <summary>In tables of many KPIs.</summary>
    public required string ShortName { get; init; }

    /// <summary>
    /// Where it stands among all findings of an inspection, in the order of the document of 25 March 2022 (domain.md
    /// §1): plan 10 · handling 20 · propaganda 30 · guidance 40 · equipment 50 · models 60 · online 70 · budget 80 ·
    /// post 90. Criteria carry their own place.
    /// </summary>
    public required int Place { get; init; }

    /// <summary>Which direction is the better one.</summary>
    public required Better Better { get; init; }

    /// <summary>True when it adds over time; day rows keep only those.</summary>
    public required bool IsFlow { get; init; }

    /// <summary>Whether it says nothing where no procedure can be submitted online.</summary>
    public required bool NeedsOnlineService { get; init; }

    /// <summary>Dossiers counted.</summary>
    public required CountSum Numerator { get; init; }

    /// <summary>Dossiers asked about, without the unknown.</summary>
    public required CountSum Denominator { get; init; }

    /// <summary>Dossiers left out because the value is unknown.</summary>
    public required CountSum Unknown { get; init; }

    public required KpiWords Words { get; init; }

    public Undecided Undecided { get; init; } = Undecided.None;

    /// <summary>PascalCase prefix of its table columns: OnTime766.</summary>
    public string Column =>
        field ??= string.Concat(Id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public string NumColumn => field ??= Column + "Num";
    public string DenColumn => field ??= Column + "Den";
    public string UnknownColumn => field ??= Column + "Unknown";
    public string RateColumn => field ??= Column + "Rate";

    /// <summary>snake_case prefix of its CSV columns: on_time_766.</summary>
    public string CsvColumn => field ??= Id.Replace('-', '_');

    public Fraction Of(Tally tally) => new(Numerator.In(tally), Denominator.In(tally), Unknown.In(tally));
}
