namespace CCHC.Cli;

/// <summary>What a command's end tells a script (design.md §6).</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, with refusals or differences.</summary>
    public const int Refusals = 1;

    public const int WrongUsage = 2;

    public const int NotDone = 3;
}
