using System.Buffers;
using System.Globalization;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Procedure codes such as 1.001193.000.00.00.H20: upper case and fit for a table key, or none.</summary>
internal static class ProcedureCode
{
    private const int Longest = 64;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_"
    );

    /// <summary>The digits behind the point of a national code: 1.001120.</summary>
    private const int Decimals = 6;

    public static string? Parse(ReadOnlySpan<char> text)
    {
        if (IsNumber(text))
            return AsCode(text);
        var fits =
            text.Length is > 0 and <= Longest
            && char.IsAsciiLetterOrDigit(text[0])
            && !text.ContainsAnyExcept(Allowed)
            // A word without any digit is a name of something, perhaps of somebody.
            && text.IndexOfAnyInRange('0', '9') >= 0
            && !LooksPersonal(text);
        return fits ? text.ToString().ToUpperInvariant() : null;
    }

    /// <summary>One digit, a point or a decimal comma, digits.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 2 and < 24
        && char.IsAsciiDigit(text[0])
        && (text[1] is '.' or ',')
        && text[2..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A spreadsheet that takes a code for a number drops its last noughts (1.00112), or adds some of its own.</summary>
    private static string AsCode(ReadOnlySpan<char> number)
    {
        var decimals = number[2..];
        if (decimals.Length == Decimals)
            return $"{number[0]}.{decimals}";
        if (decimals.Length < Decimals)
            return $"{number[0]}.{decimals}{new string('0', Decimals - decimals.Length)}";
        var code = decimal.Parse($"{number[0]}.{decimals}", CultureInfo.InvariantCulture);
        return code.ToString("0.000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Telephone and identity numbers: nine to twelve digits beginning with 0.</summary>
    private static bool LooksPersonal(ReadOnlySpan<char> text) =>
        text.Length is >= 9 and <= 12 && text[0] == '0' && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
