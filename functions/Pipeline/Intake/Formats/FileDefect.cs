namespace CCHC.Pipeline.Intake.Formats;

/// <summary>Why a file can't be read; line 0 concerns the whole file.</summary>
/// <param name="Outcome">Refused, or quarantined where the file may be fine and it is we who can't read it.</param>
internal sealed record FileDefect(Outcome Outcome, string Code, string Message, int Line = 0)
{
    public static FileDefect Refused(string code, string message, int line = 0) =>
        new(Outcome.Refused, code, message, line);

    public static FileDefect Quarantined(string code, string message) => new(Outcome.Quarantined, code, message);
}
