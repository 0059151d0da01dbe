using System.CommandLine;
using System.CommandLine.Parsing;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Usage;

/// <summary>CODE: the five digits under which a unit's files are sent, checked while parsing.</summary>
internal static class UnitCodeArgument
{
    /// <summary>An argument.</summary>
    /// <param name="description">In Vietnamese.</param>
    /// <param name="isOther">What may stand in a code's place; null: nothing.</param>
    public static Argument<string> Create(string description, Func<string, bool>? isOther = null) =>
        new("CODE") { Description = description, CustomParser = result => Parse("", result, isOther) };

    public static Option<string> Required(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "CODE",
            Required = true,
            CustomParser = result => Parse($"{name} ", result),
        };

    public static Option<string?> Optional(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "CODE",
            CustomParser = result => Parse($"{name} ", result),
        };

    private static string Parse(string of, ArgumentResult result, Func<string, bool>? isOther = null)
    {
        var text = result.Tokens[0].Value;
        if (!UnitCode.TryParse(text, out _) && isOther?.Invoke(text) != true)
            result.AddError($"{of}\"{text}\" không phải là mã đơn vị gồm 5 chữ số, ví dụ 29956.");
        return text;
    }
}
