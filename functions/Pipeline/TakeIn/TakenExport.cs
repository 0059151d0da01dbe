using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>An upload on its way through a take-in.</summary>
internal sealed record TakenExport(ExportReading Reading, long Size)
{
    public JournalEntry? Entry { get; } = Reading.IsKept ? JournalEntry.Of(Reading) : null;
}
