namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>How a sample was read with a profile, for those who write profiles.</summary>
/// <param name="Reading">What the sample gives.</param>
/// <param name="Recognised">The profile that its headers alone would have chosen.</param>
/// <param name="AsOfSource">What said which day it speaks of; null where it wasn't read that far.</param>
/// <param name="Headers">Its header, from left to right.</param>
/// <param name="Values">The distinct texts of the columns with a closed list of values.</param>
/// <param name="Dates">The forms in which dates are written.</param>
public sealed record SampleReport(
    ExportReading Reading,
    string Recognised,
    AsOfSource? AsOfSource,
    IReadOnlyList<HeaderUse> Headers,
    IReadOnlyList<TextUse> Values,
    IReadOnlyList<TextUse> Dates
)
{
    public IEnumerable<HeaderUse> UnknownHeaders => Headers.Where(use => use.Meaning is null);

    public IEnumerable<TextUse> UnknownTexts => Values.Concat(Dates).Where(use => use.Meaning is null);

    /// <summary>Everything was taken and understood.</summary>
    public bool IsClean =>
        Reading.Outcome is Outcome.Accepted
        && Reading.Faults.Count == 0
        && !UnknownHeaders.Any()
        && !UnknownTexts.Any();
}

/// <summary>One header and what it was taken for.</summary>
/// <param name="Header">As read; by its shape where it might be no header.</param>
/// <param name="Meaning">Null: not recognised, a candidate for the profile.</param>
/// <param name="IsRead">False where another column of the same meaning was read, or the column is dropped.</param>
public sealed record HeaderUse(string Header, Column? Meaning, bool IsRead);

/// <summary>One text of one column and how it was understood.</summary>
/// <param name="Header">The column's header as read.</param>
/// <param name="Text">As read, or by its shape: it may be personal where the column is the wrong one.</param>
/// <param name="Meaning">The value as a profile spells it; null: not understood.</param>
/// <param name="Rows">Dossier rows in which it stands.</param>
public sealed record TextUse(string Header, string Text, string? Meaning, int Rows);
