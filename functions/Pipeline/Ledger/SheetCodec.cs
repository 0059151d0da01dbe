using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>The compact form of a year's running counts: per tally a mask of the counts that are not zero, then those.</summary>
public static class SheetCodec
{
    public static byte[] Pack(YearSheet<Row> year)
    {
        var to = new ByteWriter();
        var sorted = year.All.ToList();
        sorted.Sort(
            static (a, b) =>
                a.Period.CompareTo(b.Period) is var order and not 0
                    ? order
                    : string.CompareOrdinal(a.Row.Suffix, b.Row.Suffix)
        );
        to.Unsigned((ulong)sorted.Count);
        foreach (var (period, row, tally) in sorted)
            Write(to, period, row, tally);
        return Compression.Pack(to.Written.Span);
    }

    public static YearSheet<Row> Read(ReadOnlyMemory<byte> packed, RowNames names) =>
        new(packed, () => Unpack(packed, names));

    private static void Write(ByteWriter to, PeriodKey period, Row row, TallyPlace tally)
    {
        to.Byte((byte)period.Kind);
        to.Number(period.Ordinal);
        to.Text(row.Suffix);
        ulong mask = 0;
        for (var index = 0; index < Counts.Number; index++)
            mask |= tally.Values[index] == 0 ? 0 : 1UL << index;
        to.Unsigned(mask);
        foreach (var value in tally.Values)
        {
            if (value != 0)
                to.Number(value);
        }
    }

    private static IEnumerable<(PeriodKey, Row, Tally)> Unpack(ReadOnlyMemory<byte> packed, RowNames names)
    {
        var from = new ByteReader(Compression.Unpack(packed));
        for (var left = from.Count(); left > 0; left--)
        {
            var period = new PeriodKey((PeriodKind)from.Byte(), from.Number());
            var row = names.Of(from.Text());
            var tally = new Tally();
            var mask = from.Unsigned();
            for (var index = 0; index < Counts.Number; index++)
            {
                if ((mask & (1UL << index)) != 0)
                    tally[(Count)index] = from.Number();
            }
            yield return (period, row, tally);
        }
    }
}
