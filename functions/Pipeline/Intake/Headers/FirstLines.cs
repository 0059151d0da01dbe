using System.Buffers;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>The first rows of a table, copied as far as they are asked for.</summary>
internal sealed class FirstLines(RowSource table)
{
    private static readonly SearchValues<char> Numbers = SearchValues.Create(" 0123456789");
    private readonly Row row = new();
    private readonly List<HeaderLine> lines = [];

    public HeaderLine this[int index] => lines[index];

    /// <summary>False when the table has no such row.</summary>
    public bool Has(int index)
    {
        while (lines.Count <= index && table.Read(row))
            lines.Add(new HeaderLine(row, table.SerialEpoch));
        return index < lines.Count;
    }

    public HeaderStack Stack(int first, int last) => new(lines[first..(last + 1)]);

    public List<string> Joined(int count) => lines[..count].ConvertAll(line => line.Joined());

    /// <summary>Rows that may come again on each page: anything but a single number.</summary>
    public HashSet<string> Repeatable(int count) =>
        lines[..count]
            .ConvertAll(line => Fold.Of(line.Joined()))
            .Where(text => text.AsSpan().ContainsAnyExcept(Numbers))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Leaves the table right after its first <paramref name="count"/> rows.</summary>
    public void StandAfter(int count)
    {
        if (lines.Count == count)
            return;
        table.Rewind();
        Skip(table, count);
    }

    public static void Skip(RowSource table, int count)
    {
        var skipped = new Row();
        for (var i = 0; i < count && table.Read(skipped); i++) { }
    }
}
