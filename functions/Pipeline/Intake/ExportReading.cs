using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake;

/// <summary>What becomes of an upload; the order is that of the receipt's documentation.</summary>
public enum Outcome
{
    Accepted,
    Partly,
    Refused,
    Quarantined,
    Duplicate,
    Failed,
    Withdrawn,
}

/// <summary>What one export says: the pure result of reading an <see cref="Upload"/>, before anything is stored.</summary>
public sealed record ExportReading
{
    public required Upload Upload { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>The unit it belongs to; null when unknown or not valid on the as-of date.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The day the export speaks of; for a refusal without one the upload day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Which kept columns the file had.</summary>
    public KeptColumns Columns { get; init; }

    /// <summary>Accepted dossiers, one per code, sorted by code (ordinal).</summary>
    public IReadOnlyList<KeptRow> Kept { get; init; } = [];

    /// <summary>Data rows in the file.</summary>
    public int Rows { get; init; }

    /// <summary>Rows accepted; Rows = Accepted + Refused.</summary>
    public int Accepted { get; init; }
    public int Refused { get; init; }
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
    public IReadOnlyList<RowFault> Warnings { get; init; } = [];

    /// <summary>What the file was found to be: encoding, separator, header rows, profile.</summary>
    public string Format { get; init; } = "";

    /// <summary>One Vietnamese sentence for the sender.</summary>
    public string Message { get; init; } = "";

    /// <summary>True when its rows go into the journal.</summary>
    public bool IsKept => Unit is not null && Outcome is (Outcome.Accepted or Outcome.Partly);

    /// <summary>An upload moves the unit's as-of with at least one accepted row, or with a header and no rows.</summary>
    public bool SpeaksForItsDay => IsKept && (Accepted > 0 || Rows == 0);
}
