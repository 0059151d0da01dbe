using System.CommandLine;
using System.Text.RegularExpressions;

namespace CCHC.Cli.Usage;

/// <summary>What is wrong with a command line, in Vietnamese: the parser's own sentences are English.</summary>
internal static partial class UsageProblems
{
    private static readonly (Regex English, string Vietnamese)[] Sentences =
    [
        (Unrecognized(), "Không hiểu \"${it}\"."),
        (MissingValue(), "Thiếu giá trị cho ${it}."),
        (MissingOption(), "Thiếu tùy chọn ${it}."),
        (TooMany(), "${it} chỉ nhận một giá trị."),
        (NoCommand(), "Thiếu tên lệnh."),
    ];

    public static IEnumerable<string> Of(ParseResult parsed) =>
        parsed
            .Errors.Select(error => error.Message)
            // Beside a word that isn't understood it says nothing.
            .Where(message => parsed.Errors.Count == 1 || !NoCommand().IsMatch(message))
            .Select(Translated)
            .Distinct(StringComparer.Ordinal);

    private static string Translated(string message) =>
        Sentences.FirstOrDefault(sentence => sentence.English.IsMatch(message)) is ({ } english, var vietnamese)
            ? english.Replace(message, vietnamese)
            : message;

    [GeneratedRegex(
        "^Unrecognized command or argument '(?<it>.*)'\\.$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Unrecognized();

    [GeneratedRegex(
        "^Required argument missing for (command|option): '(?<it>.*)'\\.$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex MissingValue();

    [GeneratedRegex("^Option '(?<it>.*)' is required\\.$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex MissingOption();

    [GeneratedRegex(
        "^Option '(?<it>.*)' expects a single argument but .* were provided\\.$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex TooMany();

    [GeneratedRegex("^Required command was not provided\\.$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex NoCommand();
}
