using System.Globalization;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>The words of a budget publication on a page, and where the year stands.</summary>
/// <param name="Found">As letters write them: "công khai", then those of its subjects that stand near it; empty = none.</param>
/// <param name="HasYearNear">The year stands near them.</param>
/// <param name="HasYearElsewhere">The year stands on the page, but not near.</param>
internal sealed record BudgetWords(IReadOnlyList<string> Found, bool HasYearNear, bool HasYearElsewhere)
{
    private const string Publish = "cong khai";

    /// <summary>"Công khai số liệu và thuyết minh tình hình thực hiện dự toán …" lies within.</summary>
    private const int Near = 80;

    /// <summary>A list's entry has its day beside or under its title.</summary>
    private const int NearYear = 300;

    private static readonly (string Bare, string Written)[] Subjects =
    [
        ("ngan sach", "ngân sách"),
        ("du toan", "dự toán"),
        ("quyet toan", "quyết toán"),
    ];

    /// <summary>Looks for them.</summary>
    /// <param name="words">Folded and without marks.</param>
    /// <param name="year">The period's.</param>
    public static BudgetWords In(string words, int year)
    {
        var published = Places(words, Publish).ToList();
        var years = Places(words, year.ToString(CultureInfo.InvariantCulture)).ToList();
        var found = new List<string>();
        var isYearNear = false;
        foreach (var (bare, written) in Subjects)
        {
            var pairs = Pairs(published, [.. Places(words, bare)]);
            if (pairs.Count == 0)
                continue;
            found.Add(written);
            isYearNear |= pairs.Any(pair => years.Any(at => IsNear(pair, at)));
        }
        return new(found.Count > 0 ? ["công khai", .. found] : [], isYearNear, !isYearNear && years.Count > 0);
    }

    private static bool IsNear((int First, int Last) pair, int year) =>
        pair.First - NearYear <= year && year <= pair.Last + NearYear;

    /// <summary>Each subject's place with the nearest "công khai", if that is near.</summary>
    private static List<(int First, int Last)> Pairs(List<int> published, IReadOnlyList<int> subjects)
    {
        var pairs = new List<(int, int)>();
        foreach (var subject in subjects)
        {
            var after = published.BinarySearch(subject);
            after = after < 0 ? ~after : after;
            foreach (var at in published.Skip(Math.Max(0, after - 1)).Take(2))
            {
                if (Math.Abs(subject - at) <= Near)
                    pairs.Add((Math.Min(at, subject), Math.Max(at, subject)));
            }
        }
        return pairs;
    }

    /// <summary>Where a whole word stands.</summary>
    private static IEnumerable<int> Places(string words, string word)
    {
        for (var at = 0; (at = words.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
        {
            if (IsEdge(words, at - 1) && IsEdge(words, at + word.Length))
                yield return at;
        }
    }

    private static bool IsEdge(string words, int at) =>
        at < 0 || at >= words.Length || !char.IsLetterOrDigit(words[at]);
}
