using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Codes of procedures: those of the national database (1.001193, 1.001193.000.00.00.H20) and those it had before
/// (T-DTP-284568-TT). Whatever has another form is none: it may be anybody's number.
/// </summary>
internal static partial class ProcedureCode
{
    private const int Longest = 32;
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The digits behind the point of a national code: 1.001120.</summary>
    private const int Decimals = 6;

    /// <summary>So many digits a number has that a computer has rounded: 1.0011200000000001.</summary>
    private const int Rounded = 13;

    public static string? Parse(ReadOnlySpan<char> text)
    {
        if (IsNumber(text))
            return AsCode(text);
        return text.Length is > 0 and <= Longest && (National().IsMatch(text) || Older().IsMatch(text))
            ? text.ToString().ToUpperInvariant()
            : null;
    }

    /// <summary>One digit, a point or a decimal comma, digits.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 2 and < 24
        && text[0] is >= '1' and <= '9'
        && (text[1] is '.' or ',')
        && text[2..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A spreadsheet that takes a code for a number drops its last noughts (1.00112), or adds some of its own.</summary>
    private static string? AsCode(ReadOnlySpan<char> number)
    {
        var decimals = number[2..];
        if (decimals.Length <= Decimals)
            return $"{number[0]}.{decimals}{new string('0', Decimals - decimals.Length)}";
        if (decimals.Length < Rounded)
            return null;
        var code = decimal.Parse($"{number[0]}.{decimals}", CultureInfo.InvariantCulture);
        return code.ToString("0.000000", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[1-9]\.[0-9]{6}(\.[0-9]{2,3}){0,3}(\.[A-Za-z]{1,2}[0-9]{2})?\z", Plain)]
    private static partial Regex National();

    [GeneratedRegex(@"^[BTbt][A-Za-z]{0,4}(-[A-Za-z]{2,4})?-[0-9]{6}(-[Tt]{2})?\z", Plain)]
    private static partial Regex Older();
}
