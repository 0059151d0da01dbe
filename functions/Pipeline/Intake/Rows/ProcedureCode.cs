using System.Buffers;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Procedure codes such as 1.001193.000.00.00.H20: upper case and fit for a table key, or none.</summary>
internal static class ProcedureCode
{
    private const int Longest = 64;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_"
    );

    public static string? Parse(ReadOnlySpan<char> text)
    {
        var fits =
            text.Length is > 0 and <= Longest
            && char.IsAsciiLetterOrDigit(text[0])
            && !text.ContainsAnyExcept(Allowed)
            // A word without any digit is a name of something, perhaps of somebody.
            && text.IndexOfAnyInRange('0', '9') >= 0
            && !LooksPersonal(text);
        return fits ? text.ToString().ToUpperInvariant() : null;
    }

    /// <summary>Telephone and identity numbers: nine to twelve digits beginning with 0.</summary>
    private static bool LooksPersonal(ReadOnlySpan<char> text) =>
        text.Length is >= 9 and <= 12 && text[0] == '0' && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
