using CCHC.Cli.Printing;
using Spectre.Console;

namespace CCHC.Cli.Serving.Live;

/// <summary>Shows what goes on while the app serves: a block on a terminal, elsewhere a line when something happened.</summary>
internal sealed class LiveView(LiveFigures figures, Screen screen)
{
    private static readonly TimeSpan BlockEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <summary>Until it is cancelled.</summary>
    public Task ShowAsync(CancellationToken cancellation) =>
        screen.IsErrorTerminal
            ? screen.LiveAsync(() => Block(figures.Look()), BlockEvery, cancellation)
            : TellAsync(LineEvery, cancellation);

    /// <summary>The block of a terminal.</summary>
    public static Table Block(LiveSnapshot seen)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().Texts("", "");
        foreach (var (heading, text) in LiveWords.Of(seen))
            table.Row(heading, text);
        return table;
    }

    /// <summary>A line, at most so often, and only if it says something else than the last one.</summary>
    internal async Task TellAsync(TimeSpan every, CancellationToken cancellation)
    {
        var told = LiveWords.Line(figures.Look());
        using var turns = new PeriodicTimer(every, TimeProvider.System);
        while (await NextAsync(turns, cancellation))
        {
            var line = LiveWords.Line(figures.Look());
            if (line != told)
                screen.Tell(line);
            told = line;
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer turns, CancellationToken cancellation)
    {
        try
        {
            return await turns.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
