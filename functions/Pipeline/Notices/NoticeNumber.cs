using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Notices;

/// <summary>The number a clerk gave a letter, as letters print it: "389", "05", "12a".</summary>
public static partial class NoticeNumber
{
    /// <summary>Reads "389", "Số: 389" and, where the symbol is this one, "389/UBND-HC".</summary>
    public static bool TryParse(string text, string symbol, [NotNullWhen(true)] out string? number)
    {
        number = null;
        var match = Written().Match(text.Trim());
        if (!match.Success || match.Groups["symbol"] is { Success: true } typed && !IsSymbol(typed.Value, symbol))
            return false;
        var digits = match.Groups["digits"].Value.TrimStart('0');
        if (digits.Length == 0)
            return false;
        // NĐ 30/2020, annex I: a number below 10 has a zero before it.
        number = digits.PadLeft(2, '0') + match.Groups["suffix"].Value.ToLowerInvariant();
        return true;
    }

    private static bool IsSymbol(string typed, string symbol) =>
        typed.Trim().Normalize().Equals(symbol.Normalize(), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(số\s*:?\s*)?(?<digits>[0-9]{1,6})(?<suffix>[A-Za-z]?)\s*(/(?<symbol>.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Written();
}
