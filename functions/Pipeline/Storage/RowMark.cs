using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A row says with which keys and cells it was written, so that one value changed since is noticed by whoever reads it
/// (design.md §4, law 2b). Rows of old have no mark, and get one when they are written next.
/// </summary>
public static class RowMark
{
    public const string Column = "Mark";
    private const int Length = 16;

    /// <summary>Up to here a double and an integer of the same value are one number.</summary>
    private const double LargestWhole = 1L << 53;

    /// <summary>Puts the mark into a row; nothing in it may change afterwards.</summary>
    public static TableEntity Marked(this TableEntity row)
    {
        row[Column] = Of(row);
        return row;
    }

    /// <summary>False: something in it was changed by somebody who doesn't write marks.</summary>
    public static bool Fits(TableEntity row) =>
        !row.TryGetValue(Column, out var mark) || string.Equals(mark as string, Of(row), StringComparison.Ordinal);

    private static string Of(TableEntity row)
    {
        var text = new StringBuilder();
        Add(text, row.PartitionKey);
        Add(text, row.RowKey);
        foreach (var (column, value) in row.Cells().Where(cell => cell.Key != Column))
        {
            Add(text, column);
            Add(text, Spelt(column, value));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    /// <summary>With its length before it: where a part ends is no question of what is in it.</summary>
    private static void Add(StringBuilder text, string part) =>
        text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");

    /// <summary>The same before it is written and after it is read: a table keeps no difference between 83 and 83.0.</summary>
    private static string Spelt(string column, object value) =>
        value switch
        {
            string text => "text " + text,
            bool truth => truth ? "true" : "false",
            int number => Number(number),
            long number => Number(number),
            double number when Math.Abs(number) <= LargestWhole && Math.Truncate(number) == number => Number(
                (long)number
            ),
            double number => "number " + number.ToString("R", CultureInfo.InvariantCulture),
            DateTimeOffset moment => Moment(moment),
            Guid id => "id " + id.ToString("D", CultureInfo.InvariantCulture),
            byte[] bytes => "bytes " + Convert.ToHexStringLower(bytes),
            BinaryData bytes => "bytes " + Convert.ToHexStringLower(bytes.ToMemory().Span),
            _ => throw new NotSupportedException($"Column {column} is a {value.GetType()}: no type of a table."),
        };

    private static string Number(long number) => "number " + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Not every store keeps ticks.</summary>
    private static string Moment(DateTimeOffset moment) =>
        "moment " + (moment.UtcTicks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture);
}
