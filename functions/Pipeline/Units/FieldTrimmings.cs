using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Units;

/// <summary>What desks write around a field's name: "01. Hộ tịch", "LV Đất đai", "Chứng thực (cấp xã)".</summary>
internal static partial class FieldTrimmings
{
    private static readonly string[] Before =
    [
        .. Either(
                "lĩnh vực",
                "lv",
                "l. vực",
                "nhóm thủ tục",
                "thủ tục hành chính",
                "thủ tục",
                "tthc",
                "nhóm",
                "dvc",
                "công tác",
                "quản lý nhà nước về",
                "phòng",
                "sở",
                "ubnd xã",
                "ubnd phường",
                "cấp xã"
            )
            .Select(words => words + "-"),
    ];

    private static readonly string[] Behind =
    [
        .. Either(
                "cấp xã",
                "cấp phường",
                "cấp huyện",
                "cấp tỉnh",
                "cấp xã phường",
                "xã",
                "phường",
                "tỉnh",
                "huyện",
                "cx",
                "cho trẻ em dưới 6 tuổi",
                "trẻ em dưới 6 tuổi"
            )
            .Select(words => "-" + words),
    ];

    /// <summary>One of them less; null: there is none.</summary>
    public static string? Off(string key)
    {
        if (Number().Match(key) is { Length: > 0 } number && number.Length < key.Length)
            return key[number.Length..];
        if (Array.Find(Before, words => key.StartsWith(words, StringComparison.Ordinal)) is { } before)
            return key[before.Length..];
        return Array.Find(Behind, words => key.EndsWith(words, StringComparison.Ordinal)) is { } behind
            ? key[..^behind.Length]
            : null;
    }

    /// <summary>A text without the letter that numbers it: "a) Hộ tịch".</summary>
    public static string WithoutLetter(string text) => Letter().Replace(text, "");

    /// <summary>"Người có công (NCC)" as its two texts; null: it doesn't end with a parenthesis.</summary>
    public static (string Before, string Inside)? Parenthesis(string text) =>
        Closing().Match(text) is { Success: true } found
            ? (found.Groups["before"].Value, found.Groups["inside"].Value)
            : null;

    private static IEnumerable<string> Either(params string[] texts) =>
        texts.Select(FieldSpelling.Of).SelectMany(key => (string[])[key, FieldSpelling.Bare(key)]).Distinct();

    [GeneratedRegex(@"^\s*\p{L}\p{M}*\s*\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(
        @"^(?<before>[^()]+)\((?<inside>[^()]+)\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Closing();

    /// <summary>Two digits, Roman ones, or the national database's code: a longer number may be somebody's.</summary>
    [GeneratedRegex(
        "^([0-9]{1,2}|[ivx]{1,4}|g[0-9]{2}-[a-z]{2}\u0335?[0-9]{2})-",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
