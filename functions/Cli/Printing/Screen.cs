using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>Where a command speaks: results on standard output, everything else on standard error.</summary>
internal sealed class Screen(TextWriter output, TextWriter error)
{
    /// <summary>A table in a file or a pipe is never broken into lines.</summary>
    private const int Unbroken = 400;

    private readonly Lock _oneAtATime = new();

    private bool IsOutputTerminal => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    private bool IsErrorTerminal => ReferenceEquals(error, System.Console.Error) && !System.Console.IsErrorRedirected;

    /// <summary>A line of the result.</summary>
    public void Print(string line = "") => output.Write(line + "\n");

    /// <summary>A whole result, line ends included.</summary>
    public void PrintText(string text) => output.Write(text);

    /// <summary>A line about what is going on.</summary>
    public void Tell(string line)
    {
        lock (_oneAtATime)
            error.Write(line + "\n");
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
