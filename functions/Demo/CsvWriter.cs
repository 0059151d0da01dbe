using System.Buffers;
using System.Text;

namespace CCHC.Demo;

/// <summary>Separated text as spreadsheets save it: every row as wide as the widest, CRLF.</summary>
internal static class CsvWriter
{
    public static byte[] Write(Sheet sheet, char separator, Encoding encoding)
    {
        var special = SearchValues.Create([separator, '"', '\r', '\n']);
        var width = sheet.Rows.Max(row => row.Count);
        var text = new StringBuilder();
        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < width; i++)
            {
                if (i > 0)
                    text.Append(separator);
                if (i < row.Count)
                    Append(text, row[i].Text, special);
            }
            text.Append("\r\n");
        }
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    private static void Append(StringBuilder text, string cell, SearchValues<char> special)
    {
        if (cell.AsSpan().ContainsAny(special))
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            text.Append(cell);
    }
}
