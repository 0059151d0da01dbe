using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CCHC.Demo;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>The demo's quarter, made once, and its files read as plain text.</summary>
internal static class TheDemo
{
    public static UnitRegister Units { get; } = new(UnitCsv.Parse(Shipped("units_hong_ngu.csv")));

    public static WorkingCalendar Calendar { get; } = WorkingCalendar.Parse(Shipped("days_off.csv"));

    public static DemoQuarter Quarter { get; } = Made(DemoQuarter.DefaultSeed);

    /// <summary>The quarter after it.</summary>
    public static DemoQuarter Second => SecondOnce.Value;

    /// <summary>The province's, with its units of 2025.</summary>
    public static DemoQuarter Province => ProvinceOnce.Value;

    private static readonly Lazy<DemoQuarter> SecondOnce = new(() => MadeSecond(DemoQuarter.DefaultSeed));
    private static readonly Lazy<DemoQuarter> ProvinceOnce = new(() => MadeProvince());

    public static DemoQuarter Made(int seed) => DemoQuarter.Make(seed, Units, Calendar);

    public static DemoQuarter MadeSecond(int seed) => DemoQuarter.MakeSecond(Made(seed), seed, Units, Calendar);

    public static DemoQuarter MadeProvince(params string[] codes) =>
        DemoQuarter.MakeProvince(
            DemoQuarter.DefaultSeed,
            new UnitRegister([.. Units.All, .. DemoQuarter.ProvinceUnits]),
            Calendar,
            codes.Length == 0 ? null : codes
        );

    /// <summary>All text in a file, whatever its encoding; a workbook's strings and cells, "" where it can't be opened.</summary>
    public static string TextOf(DemoFile file)
    {
        if (!file.File.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var text = new StreamReader(new MemoryStream(file.Content), Encoding.UTF8, true);
            return text.ReadToEnd();
        }
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Content));
            return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    /// <summary>Every run of ASCII letters, digits, '.' and '-' in some files: names, codes and numbers whole.</summary>
    public static HashSet<string> WordsOf(IEnumerable<DemoFile> files)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in files.Select(TextOf))
        {
            foreach (var word in Word.EnumerateMatches(text))
                words.Add(text.Substring(word.Index, word.Length));
        }
        return words;
    }

    private static Regex Word { get; } = new("[A-Za-z0-9.-]+", RegexOptions.CultureInvariant);

    private static string Shipped(string name)
    {
        var pipeline = typeof(UnitRegister).Assembly;
        using var text = new StreamReader(pipeline.GetManifestResourceStream($"CCHC.Pipeline.Data.{name}")!);
        return text.ReadToEnd();
    }
}
