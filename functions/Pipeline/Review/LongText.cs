using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>A text longer than one property of a table row may be (32 K characters), split over numbered ones.</summary>
internal static class LongText
{
    private const int Longest = 30_000;

    public static void Write(TableEntity entity, string column, string text)
    {
        entity[LengthOf(column)] = text.Length;
        var (number, start) = (0, 0);
        while (start < text.Length)
        {
            var end = Math.Min(start + Longest, text.Length);
            // A character of two code units stays whole: half of one has no UTF-8.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            entity[Name(column, number++)] = text[start..end];
            start = end;
        }
    }

    /// <summary>"" where the row has no such column.</summary>
    /// <exception cref="UnreadableException">A part of it is gone.</exception>
    public static string Read(StoredRow row, string column)
    {
        var text = new StringBuilder();
        for (var number = 0; row.Has(Name(column, number)); number++)
            text.Append(row.Text(Name(column, number)));
        // Rows of old don't say how long it is.
        return (row.Perhaps<int>(LengthOf(column)) ?? text.Length) == text.Length
            ? text.ToString()
            : throw row.Unreadable($"cột {column} bị cụt");
    }

    private static string LengthOf(string column) => column + "Length";

    private static string Name(string column, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{column}{number}");
}
