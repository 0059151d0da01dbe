using System.CommandLine;
using System.Globalization;

namespace CCHC.Cli.Usage;

/// <summary>A required day, written 2022-03-25 or 25/03/2022.</summary>
internal static class DayOption
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public static Option<DateOnly> Required(string name, string description) =>
        new(name)
        {
            Description = $"{description}, dạng 2022-03-25 hoặc 25/03/2022.",
            HelpName = "D",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value.Trim();
                var isDay = DateOnly.TryParseExact(
                    text,
                    Forms,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                );
                if (!isDay)
                    result.AddError($"{name} \"{text}\" không phải là một ngày. Viết 2022-03-25 hoặc 25/03/2022.");
                return day;
            },
        };
}
