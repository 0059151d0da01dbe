using System.CommandLine;

namespace CCHC.Cli.Usage;

/// <summary>Options with a closed list of words.</summary>
internal static class Choice
{
    /// <summary>An option whose words are the names of an enum's values in lower case.</summary>
    /// <param name="name">E.g. --by.</param>
    /// <param name="description">In Vietnamese.</param>
    /// <param name="words">The values offered; none = all.</param>
    public static Option<T?> Of<T>(string name, string description, params T[] words)
        where T : struct, Enum
    {
        var offered = (words.Length > 0 ? words : Enum.GetValues<T>()).ToDictionary(Word, StringComparer.Ordinal);
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', offered.Keys),
            CustomParser = result =>
            {
                if (result.Tokens is [var token] && offered.TryGetValue(token.Value, out var value))
                    return value;
                result.AddError($"{name} phải là một trong: {string.Join(", ", offered.Keys)}.");
                return null;
            },
        };
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>How figures are printed.</summary>
internal enum Format
{
    Table,
    Csv,
    Json,
}
