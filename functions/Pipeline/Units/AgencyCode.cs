using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Units;

/// <summary>The agency part of dossier codes (TT 01/2018 Đ19): 000.19.05.H20, or the newer H56.14.</summary>
public static partial class AgencyCode
{
    /// <summary>In upper case; null for anything else.</summary>
    public static string? Parse(string text) =>
        text.Trim().ToUpperInvariant() is var code && Form().IsMatch(code) ? code : null;

    [GeneratedRegex(
        @"^([0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(\.[0-9]{1,3}){0,3})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
