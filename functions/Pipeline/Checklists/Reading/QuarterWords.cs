using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>Quarters as people write them: "Quý I/2022", "quý 1 năm 2022", "Q1-2022", "I/2022", "2022 Q1".</summary>
internal static partial class QuarterWords
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private static readonly string[] Roman = ["i", "ii", "iii", "iv"];

    /// <summary>As periods are named, e.g. 2022-Q1; null where it isn't a quarter of a year.</summary>
    public static string? Named(string text)
    {
        var match = Quarter().Match(Fold.Bare(Fold.Of(text)).TrimEnd('.'));
        if (!match.Success)
            return null;
        var said = match.Groups["quarter"].Value;
        var number = Array.IndexOf(Roman, said) is >= 0 and var at ? $"{at + 1}" : said;
        return $"{match.Groups["year"].Value}-Q{number}";
    }

    /// <summary>Without a word for it only a Roman number is one: 1/2022 is a month.</summary>
    [GeneratedRegex(
        @"^((ky|ky bao cao) )?((quy|q)[ .]?(so )?(?<quarter>[1-4]|i{1,3}|iv)|(?<quarter>i{1,3}|iv))( ?[/,.-] ?| )(nam )?(?<year>2[0-9]{3})$|^(nam )?(?<year>2[0-9]{3})( ?[/,.-] ?| )?(quy|q) ?(?<quarter>[1-4]|i{1,3}|iv)$",
        Plain
    )]
    private static partial Regex Quarter();
}
