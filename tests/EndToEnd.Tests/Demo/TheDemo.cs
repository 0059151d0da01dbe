using System.IO.Compression;
using System.Text;
using CCHC.Cli.Demo;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>The demo's quarter, made once, and its files read as plain text.</summary>
internal static class TheDemo
{
    public static UnitRegister Units { get; } = new(UnitCsv.Parse(Shipped("units_hong_ngu.csv")));

    public static WorkingCalendar Calendar { get; } = WorkingCalendar.Parse(Shipped("days_off.csv"));

    public static DemoQuarter Quarter { get; } = Made(DemoQuarter.DefaultSeed);

    public static DemoQuarter Made(int seed) => DemoQuarter.Make(seed, Units, Calendar);

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

    private static string Shipped(string name)
    {
        var pipeline = typeof(UnitRegister).Assembly;
        using var text = new StreamReader(pipeline.GetManifestResourceStream($"CCHC.Pipeline.Data.{name}")!);
        return text.ReadToEnd();
    }
}
