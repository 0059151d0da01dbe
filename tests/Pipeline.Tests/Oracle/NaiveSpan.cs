using System.Globalization;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>A named span of days. Month M of the statutory scheme is the 15th of M−1 to the 14th of M (domain.md §3).</summary>
public sealed record NaiveSpan(string Name, DateOnly From, DateOnly To)
{
    /// <summary>From the month, quarter and year of the first day to those of the last.</summary>
    public static IEnumerable<NaiveSpan> Touching(DateOnly first, DateOnly last, bool statutory) =>
        Enumerable
            .Range(first.Year, Math.Max(0, last.Year - first.Year) + 2)
            .SelectMany(year => OfYear(year, statutory))
            .Where(span => span.To >= first && span.From <= last);

    public static NaiveSpan Named(string name, bool statutory) =>
        OfYear(int.Parse(name[..4], CultureInfo.InvariantCulture), statutory).Single(span => span.Name == name);

    private static IEnumerable<NaiveSpan> OfYear(int year, bool statutory)
    {
        var months = Enumerable.Range(1, 12).Select(month => Month(year, month, statutory)).ToList();
        var quarters = months
            .Chunk(3)
            .Select((of, index) => new NaiveSpan($"{year}-Q{index + 1}", of[0].From, of[2].To));
        return [.. months, .. quarters, new NaiveSpan($"{year}", months[0].From, months[11].To)];
    }

    private static NaiveSpan Month(int year, int month, bool statutory)
    {
        var name = $"{year}-M{month:00}";
        return statutory
            ? new NaiveSpan(name, new DateOnly(year, month, 15).AddMonths(-1), new DateOnly(year, month, 14))
            : new NaiveSpan(name, new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
    }
}
