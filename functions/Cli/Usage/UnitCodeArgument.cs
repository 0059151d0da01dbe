using System.CommandLine;
using System.CommandLine.Parsing;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Usage;

/// <summary>
/// CODE: the five digits under which a unit's files are sent, or the unit's name. What can be neither is refused while
/// parsing; whose name it is only a list of units can tell.
/// </summary>
internal static class UnitCodeArgument
{
    /// <summary>The code that is meant.</summary>
    /// <exception cref="UsageException">Nobody is called so, or several are.</exception>
    public static string CodeIn(this string text, UnitRegister units)
    {
        if (UnitCode.TryParse(text, out var given))
            return given.Text;
        var named = NamedUnits.Of(units, text);
        return named.DistinctBy(unit => unit.Code).ToList() switch
        {
            [var only] => only.Code.Text,
            [] => throw new UsageException(
                $"\"{text}\" không phải là mã đơn vị gồm 5 chữ số, ví dụ 29956, cũng không phải tên một đơn vị."
            ),
            var several => throw UnitArgument.Ambiguous(text, several, unit => unit.Code.Text),
        };
    }

    public static bool IsCode(string text) => UnitCode.TryParse(text, out _);

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
        if (!IsCode(text) && !text.Any(char.IsLetter) && isOther?.Invoke(text) != true)
            result.AddError($"{of}\"{text}\" không phải là mã đơn vị gồm 5 chữ số, ví dụ 29956.");
        return text;
    }
}
