using System.CommandLine;
using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Usage;

/// <summary>A required day, written 2022-03-25 or 25/03/2022.</summary>
internal static class DayOption
{
    public static Option<DateOnly> Required(string name, string description) =>
        new(name)
        {
            Description = $"{description}, dạng 2022-03-25 hoặc 25/03/2022.",
            HelpName = "D",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value.Trim();
                if (PeriodSpelling.DayOf(text) is { } day)
                    return day;
                result.AddError($"{name} \"{text}\" không phải là một ngày. Viết 2022-03-25 hoặc 25/03/2022.");
                return default;
            },
        };
}
