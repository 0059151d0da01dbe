using System.Text.Json;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>What can still be made out of a profile that can't be read: whose files it was meant for.</summary>
internal static partial class Leftover
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static Source Of(StoredText stored, IReadOnlyList<string> marks, string problem)
    {
        var written = Recognisers()
            .Matches(stored.Text)
            .SelectMany(list => Texts().Matches(list.Groups["it"].Value))
            .Select(text => Unescaped(text.Value))
            .Where(text => text.Length > 0)
            .ToList();
        var told = $"Mẫu nguồn dữ liệu '{stored.Name}' không đọc được: {problem}";
        return Source.Unreadable(stored.Name, told, Units(stored.Text), written.Count > 0 ? written : marks);
    }

    /// <summary>Every text that looks like a unit's code: rather too many files are held back than one misread.</summary>
    private static List<string> Units(string text) =>
        [.. Codes().Matches(text).Select(match => match.Groups["it"].Value).Distinct(StringComparer.Ordinal)];

    private static string Unescaped(string quoted)
    {
        try
        {
            using var text = JsonDocument.Parse(quoted);
            return text.RootElement.GetString()!;
        }
        catch (JsonException)
        {
            return "";
        }
    }

    [GeneratedRegex("\"(?<it>[0-9]{5})\"", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("\"recognisedBy\"[^\\[\\]]{0,40}\\[(?<it>[^\\]]*)", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recognisers();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Texts();
}
