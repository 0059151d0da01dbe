using CCHC.Pipeline.Recovery;

namespace CCHC.Cli.Printing;

/// <summary>How far a backup or a restoring is: what takes no time is not shown.</summary>
internal static class RecoveryProgress
{
    private const int WorthShowing = 100;

    public static ShowProgress On(Screen screen) =>
        (what, total, work) =>
            total < WorthShowing ? work(() => { }) : screen.ProgressAsync(Title(BackupTable.Word(what)), total, work);

    private static string Title(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
