using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Cli.Uploads;

/// <summary>
/// The order in which a person counts file names: numbers by their value, and copies that a browser or desktop numbers
/// behind what they are copies of: x.csv, x (1).csv, x (2).csv, x (10).csv.
/// </summary>
internal sealed partial class NaturalNames : IComparer<string>
{
    public static NaturalNames Order { get; } = new();

    private static readonly StringComparer Text = StringComparer.Create(
        CultureInfo.InvariantCulture,
        CompareOptions.NumericOrdering
    );

    private NaturalNames() { }

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Parts(x ?? ""), Parts(y ?? ""));
        return FirstOf(
            Text.Compare(one.Stem, other.Stem),
            one.Copy.CompareTo(other.Copy),
            Text.Compare(one.Extension, other.Extension),
            string.CompareOrdinal(x, y)
        );
    }

    private static int FirstOf(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
                return comparison;
        }
        return 0;
    }

    private static (string Stem, int Copy, string Extension) Parts(string name)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        return
            Copies().Match(stem) is { Success: true } copy
            && int.TryParse(copy.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? (stem[..copy.Index], number, extension)
            : (stem, 0, extension);
    }

    [GeneratedRegex(@" ?\((?<number>[0-9]{1,4})\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Copies();
}
