using System.Globalization;
using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Reports;

/// <summary>Names for sheets, each given once: letters' case makes no difference to a spreadsheet.</summary>
internal sealed class TabNames
{
    private const int Longest = 31;
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string name)
    {
        var tab = Sheet.NameFrom(name.Normalize());
        for (var number = 2; !given.Add(tab); number++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var stem = Sheet.NameFrom(name.Normalize());
            tab = Sheet.NameFrom(stem[..Math.Min(stem.Length, Longest - mark.Length)].TrimEnd() + mark);
        }
        return tab;
    }
}
