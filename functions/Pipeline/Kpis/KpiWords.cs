namespace CCHC.Pipeline.Kpis;

/// <summary>How letters, reports and the command line speak of a KPI, in Vietnamese.</summary>
public sealed record KpiWords
{
    /// <summary>The dossiers of the numerator.</summary>
    public required string Counted { get; init; }

    /// <summary>Those it is asked about, the unknown included.</summary>
    public required string Among { get; init; }

    /// <summary>What may be unknown of a dossier.</summary>
    public required Datum UnknownOf { get; init; }

    /// <summary>What a unit below the target is told to do; {desk} stands for its one-stop desk.</summary>
    public required string Order { private get; init; }

    /// <summary>Whether it asks for due dates: further dossiers alone don't put it right.</summary>
    public bool IsOfTime => UnknownOf == Datum.Due;

    /// <summary>Whether a sentence says what is unknown of it: a missing due column is rare enough to be told only then.</summary>
    public bool TellsUnknown(Fraction figure) => !IsOfTime || figure.Unknown > 0;

    /// <summary>The order, given to a unit with such a desk.</summary>
    public string OrderOf(string desk) => Order.Replace("{desk}", desk, StringComparison.Ordinal);
}
