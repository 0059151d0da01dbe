namespace CCHC.Pipeline.Units;

/// <summary>Lists that come with the program and fill a new store.</summary>
public static class Shipped
{
    public static string Units => Read("units_hong_ngu.csv");

    public static string Targets => Read("targets.csv");

    public static string DaysOff => Read("days_off.csv");

    public static string Offices => Read("offices.csv");

    public static string Fields => Read("fields.csv");

    /// <summary>A file of the Data folder.</summary>
    public static string Read(string file)
    {
        using var stream =
            typeof(Shipped).Assembly.GetManifestResourceStream($"CCHC.Pipeline.Data.{file}")
            ?? throw new InvalidOperationException($"Data/{file} is not part of this program.");
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
