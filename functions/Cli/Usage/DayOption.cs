using System.CommandLine;
using System.CommandLine.Parsing;
using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Usage;

/// <summary>A day, written 2022-03-25 or 25/03/2022.</summary>
internal static class DayOption
{
    public static Option<DateOnly> Required(string name, string description) =>
        new(name)
        {
            Description = Described(description),
            HelpName = "D",
            Required = true,
            CustomParser = result => Parse(name, result),
        };

    public static Option<DateOnly?> Optional(string name, string description) =>
        new(name)
        {
            Description = Described(description),
            HelpName = "D",
            CustomParser = result => Parse(name, result),
        };

    private static string Described(string description) => $"{description}, dạng 2022-03-25 hoặc 25/03/2022.";

    private static DateOnly Parse(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value.Trim();
        if (PeriodSpelling.DayOf(text) is { } day)
            return day;
        result.AddError($"{name} \"{text}\" không phải là một ngày. Viết 2022-03-25 hoặc 25/03/2022.");
        return default;
    }
}
