using System.CommandLine;
using CCHC.Cli;
using CCHC.Pipeline.Tests.Architecture;
using CCHC.Pipeline.Tests.Docs;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Every `cchc …` in the documents is one that the program understands.</summary>
public sealed class DocumentedCommandsTests
{
    /// <summary>What the documents write where a reader puts something of their own.</summary>
    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.Ordinal)
    {
        ["PERIOD"] = "2022-Q1",
        ["P"] = "2022-Q1",
        ["CODE"] = "29956",
        ["UNIT"] = "29956",
        ["D"] = "2022-03-25",
    };

    private static readonly RootCommand Program = CommandLine.Commands();

    private static readonly string[] CommandLines =
    [
        .. Markdown.All.SelectMany(page => InText(page).Concat(InBlocks(page))).Distinct(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Documented => [.. CommandLines];

    [Theory, MemberData(nameof(Documented))]
    public void Every_documented_command_is_understood(string line) =>
        Variants(line).SelectMany(variant => NotUnderstood(Program.Parse(variant))).ShouldBeEmpty(line);

    [Fact]
    public void Every_command_is_documented()
    {
        var told = CommandLines.SelectMany(Variants).Select(variant => NameOf(Program.Parse(variant))).ToHashSet();
        Leaves(Program).Select(command => NameOf(Program.Parse(PathTo(command)))).Except(told).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kpi PERIOD [--by unit|week]")]
    [InlineData("outbox resend")]
    [InlineData("withdraw CODE FILE --why TEXT")]
    [InlineData("rebuild FILE")]
    public void A_command_that_does_not_exist_is_found(string line) =>
        Variants(line).SelectMany(variant => NotUnderstood(Program.Parse(variant))).ShouldNotBeEmpty();

    private static IEnumerable<string> InText(Markdown page) => Pattern.Find(page.Text, "`cchc (?<it>[^`…]+)`");

    private static IEnumerable<string> InBlocks(Markdown page) =>
        page.FencedCommands.SelectMany(block =>
            Pattern.Find(block, "^(cchc|dotnet run --project functions/Cli --) (?<it>[^#\n]+)")
        );

    /// <summary>Without the brackets of what may be left out; one line for each of the words offered.</summary>
    private static IEnumerable<string[]> Variants(string line)
    {
        var words = line.Replace("[", "").Replace("]", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var most = words.Max(word => word.Split('|').Length);
        for (var i = 0; i < most; i++)
            yield return [.. words.Select(word => Choice(word, i))];
    }

    private static string Choice(string word, int i)
    {
        var offered = word.Split('|');
        var chosen = offered[Math.Min(i, offered.Length - 1)];
        return Placeholders.GetValueOrDefault(chosen, chosen);
    }

    /// <summary>A text may name a command without all that it needs.</summary>
    private static IEnumerable<string> NotUnderstood(ParseResult parsed) =>
        parsed
            .Errors.Select(error => error.Message)
            .Where(message => !message.StartsWith("Required ", StringComparison.Ordinal))
            .Where(message => !message.EndsWith(" is required.", StringComparison.Ordinal));

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static string[] PathTo(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? [.. PathTo(parent), command.Name]
            : [command.Name];

    private static string NameOf(ParseResult parsed) => string.Join(' ', PathTo(parsed.CommandResult.Command));
}
