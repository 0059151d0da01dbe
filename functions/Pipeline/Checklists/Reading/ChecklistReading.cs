using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>What a checklist says: the pure result of reading it, before anything is stored.</summary>
public sealed record ChecklistReading
{
    public required Outcome Outcome { get; init; }

    /// <summary>Of the file's first line; "" where there is none.</summary>
    public string Period { get; init; } = "";

    /// <summary>Accepted lines, one per unit and criterion, in the file's order.</summary>
    public IReadOnlyList<ChecklistLine> Kept { get; init; } = [];

    /// <summary>Lines with an answer, or something in its place.</summary>
    public int Lines { get; init; }

    public int Refused { get; init; }

    public int Accepted => Outcome is Outcome.Accepted or Outcome.Partly ? Lines - Refused : 0;

    /// <summary>Lines left blank: not enough data, neither good nor bad.</summary>
    public int Blank { get; init; }

    public IReadOnlyList<RowFault> Faults { get; init; } = [];

    public IReadOnlyList<RowFault> Warnings { get; init; } = [];

    /// <summary>What the file was found to be.</summary>
    public string Format { get; init; } = "";

    /// <summary>One Vietnamese sentence for the sender.</summary>
    public required string Message { get; init; }

    /// <summary>A file of which nothing is kept.</summary>
    public static ChecklistReading Unread(Outcome outcome, RowFault fault) =>
        new()
        {
            Outcome = outcome,
            Faults = [fault],
            Message = fault.Message,
        };
}
