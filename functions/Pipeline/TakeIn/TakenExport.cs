using System.Diagnostics;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>An upload on its way through a take-in.</summary>
internal sealed record TakenExport(ExportReading Reading, long Size)
{
    /// <summary>Its take-in's span, where anybody listens.</summary>
    public Activity? Span { get; init; }

    /// <summary>As <see cref="FetchedExport.IsAttended"/>.</summary>
    public bool IsAttended { get; init; }

    /// <summary>What this reading would journal; null when nothing of it is kept.</summary>
    public JournalEntry? Entry { get; } = Reading.IsKept ? JournalEntry.Of(Reading) : null;

    /// <summary>What the journal has of it and counts: this reading or an earlier one; null when withdrawn.</summary>
    public JournalEntry? Counted { get; set; }

    /// <summary>The other unit that had brought the same content before; null for none.</summary>
    public Bringer? Before { get; set; }

    /// <summary>The journal keeps another reading of the same upload than this one.</summary>
    public bool IsOutdated =>
        Counted is not null && !ReferenceEquals(Counted, Entry) && !JournalCodec.SayTheSame(Counted, Entry!);
}
