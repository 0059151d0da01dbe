using Spectre.Console;
using Spectre.Console.Rendering;

namespace CCHC.Cli.Printing;

/// <summary>Where a command speaks: results on standard output, everything else on standard error.</summary>
internal sealed class Screen(TextWriter output, TextWriter error)
{
    /// <summary>A table in a file or a pipe is never broken into lines.</summary>
    private const int Unbroken = 400;

    private readonly Lock _oneAtATime = new();

    /// <summary>Holds a block at the bottom of the terminal; lines go above it.</summary>
    private IAnsiConsole? _live;

    private bool IsOutputTerminal => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>Whether a person watches standard error.</summary>
    public bool IsErrorTerminal => ReferenceEquals(error, System.Console.Error) && !System.Console.IsErrorRedirected;

    /// <summary>A line of the result.</summary>
    public void Print(string line = "") => output.Write(line + "\n");

    /// <summary>A whole result, line ends included.</summary>
    public void PrintText(string text) => output.Write(text);

    /// <summary>A line about what is going on.</summary>
    public void Tell(string line)
    {
        lock (_oneAtATime)
        {
            if (_live is { } console)
                console.WriteLine(line);
            else
                error.Write(line + "\n");
        }
    }

    public void Print(Table table)
    {
        var console = Console(output, IsOutputTerminal);
        if (!IsOutputTerminal)
            console.Profile.Width = Unbroken;
        console.Write(table.Border(TableBorder.Square));
    }

    /// <summary>Shows how far something is: a bar on a terminal, now and then a line elsewhere.</summary>
    public async Task ProgressAsync(string title, int total, Func<Action, Task> work)
    {
        if (!IsErrorTerminal)
        {
            await work(new ProgressLines(title, total, Tell).Step);
            return;
        }
        await Console(error, isTerminal: true)
            .Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var bar = context.AddTask(title, maxValue: total);
                await work(() => bar.Increment(1));
            });
    }

    /// <summary>Keeps a block at the bottom of a terminal and draws it anew until it is cancelled.</summary>
    public async Task LiveAsync(Func<IRenderable> block, TimeSpan every, CancellationToken cancellation)
    {
        var console = Console(error, isTerminal: true);
        await console
            .Live(block())
            .StartAsync(async context =>
            {
                _live = console;
                while (!cancellation.IsCancellationRequested)
                {
                    await Task.Delay(every, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    context.UpdateTarget(block());
                }
                _live = null;
            });
    }

    private static IAnsiConsole Console(TextWriter writer, bool isTerminal) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
}
