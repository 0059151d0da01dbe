using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using DuckDB.NET.Data;

namespace CCHC.Benchmarks.National;

/// <summary>One row of figures: of a commune, one of its fields or one of its procedures in one period.</summary>
internal readonly record struct FigureKey(string Code, PeriodKey Period, string Suffix);

/// <summary>Both sides must have the same rows with the same counts: a race to different results has no winner.</summary>
internal static class Comparison
{
    /// <summary>How many counts were compared.</summary>
    /// <exception cref="InvalidOperationException">They differ; names the first differences.</exception>
    public static int Of(TakenDay[] ours, DuckDbSide duckDb)
    {
        var expected = OfUs(ours);
        var differences = new List<string>();
        var rows = expected.Count;
        using var reader = duckDb.Figures();
        while (reader.Read())
        {
            var (key, theirs) = Read(reader, ours);
            if (theirs.IsEmpty)
                continue;
            if (!expected.Remove(key, out var own))
                differences.Add($"{key}: only DuckDB has it");
            else if (!own.Equals(theirs))
                differences.Add($"{key}: {Difference(own, theirs)}");
        }
        differences.AddRange(expected.Keys.Select(key => $"{key}: only our side has it"));
        if (differences.Count > 0)
            throw new InvalidOperationException(
                $"{differences.Count} of {rows} rows differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal).Take(20))}"
            );
        return rows * Counts.Number;
    }

    private static Dictionary<FigureKey, Tally> OfUs(TakenDay[] ours)
    {
        var figures = new Dictionary<FigureKey, Tally>();
        foreach (var day in ours)
        {
            foreach (var (period, row, tally) in day.Figures.All)
                figures.Add(new(day.Receipt.Unit, period, row.Suffix), tally.Copy());
        }
        return figures;
    }

    private static (FigureKey Key, Tally Tally) Read(DuckDBDataReader reader, TakenDay[] ours)
    {
        var period = new PeriodKey((PeriodKind)reader.GetInt32(0), reader.GetInt32(1));
        var suffix =
            !reader.IsDBNull(3) ? Keys.FieldSuffix(Slug.Of(reader.GetString(3)))
            : !reader.IsDBNull(4) ? Keys.ProcedureSuffix(reader.GetString(4))
            : "";
        var tally = new Tally();
        foreach (var count in Enum.GetValues<Count>())
            tally[count] = checked((int)reader.GetInt64(reader.GetOrdinal(count.ToString())));
        return (new(ours[checked((int)reader.GetInt64(2))].Receipt.Unit, period, suffix), tally);
    }

    private static string Difference(Tally own, Tally theirs) =>
        string.Join(
            ", ",
            Enum.GetValues<Count>()
                .Where(count => own[count] != theirs[count])
                .Select(count => $"{count} {own[count]} and {theirs[count]}")
        );
}
