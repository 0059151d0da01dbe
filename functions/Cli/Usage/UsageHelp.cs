using System.CommandLine;
using System.CommandLine.Invocation;

namespace CCHC.Cli.Usage;

/// <summary>Help in Vietnamese: the parser's own speaks English between our descriptions.</summary>
internal sealed class UsageHelp : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>As typed: "cchc units import".</summary>
    public static string NameOf(Command command) =>
        command is RootCommand ? "cchc"
        : command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}"
        : command.Name;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.Write($"{command.Description}\n\nCách dùng:\n  {Synopsis(command)}\n");
        Write(output, "Lệnh", command.Subcommands.Select(sub => (sub.Name + Arguments(sub), sub.Description)));
        Write(output, "Tham số", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Write(output, "Tùy chọn", Options(command).Select(option => (Label(option), option.Description)));
        return ExitCode.Done;
    }

    private static string Synopsis(Command command) =>
        NameOf(command)
        + (command.Subcommands.Count > 0 && command.Arguments.Count == 0 ? " LỆNH" : Arguments(command))
        + " [tùy chọn]";

    private static string Arguments(Command command) =>
        string.Concat(
            command.Arguments.Select(argument =>
                argument.Arity.MaximumNumberOfValues > 1 ? $" {argument.Name}…" : $" {argument.Name}"
            )
        );

    private static IEnumerable<Option> Options(Command command) =>
        command is RootCommand
            ? command.Options
            : command.Options.Concat(
                command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive)
            );

    private static string Label(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static void Write(TextWriter output, string title, IEnumerable<(string Name, string? Description)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        var width = all.Max(line => line.Name.Length) + 2;
        output.Write($"\n{title}:\n");
        foreach (var (name, description) in all)
            output.Write($"  {name.PadRight(width)}{description}\n");
    }
}
