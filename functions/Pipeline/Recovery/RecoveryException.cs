namespace CCHC.Pipeline.Recovery;

/// <summary>It can't be backed up or restored so; the message says why and what to do, in Vietnamese.</summary>
public sealed class RecoveryException(string message) : Exception(message);

/// <summary>Shows how far the work on something is: its name, how many steps it has, the work, which counts each.</summary>
public delegate Task ShowProgress(string what, int total, Func<Action, Task> work);

internal static class ShownProgress
{
    /// <summary>The same for work on one thing: only its count of steps is still open.</summary>
    public static Func<int, Func<Action, Task>, Task> For(this ShowProgress show, string what) =>
        (total, work) => show(what, total, work);
}
