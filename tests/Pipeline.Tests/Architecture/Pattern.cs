using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Tests.Architecture;

/// <summary>Regular expressions over sources and documents; ^ and $ are a line's.</summary>
internal static class Pattern
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static bool IsIn(string text, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Regex.IsMatch(text, pattern, Options, Patience);

    /// <summary>What the group named "it" matched, each time.</summary>
    public static IReadOnlyList<string> Find(string text, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        [.. Regex.Matches(text, pattern, Options, Patience).Select(match => match.Groups["it"].Value)];

    public static string Replace(
        string text,
        [StringSyntax(StringSyntaxAttribute.Regex)] string pattern,
        string replacement
    ) => Regex.Replace(text, pattern, replacement, Options, Patience);
}
