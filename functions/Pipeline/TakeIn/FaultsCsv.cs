using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.TakeIn;

/// <summary>faults.csv: opens correctly in Excel (BOM), and nothing in it is a formula.</summary>
public static class FaultsCsv
{
    public static byte[] Of(Receipt receipt)
    {
        var text = new StringBuilder("\uFEFFloại,dòng,cột,mã lỗi,nội dung\n");
        foreach (var fault in receipt.Faults)
            Line(text, "lỗi", fault);
        foreach (var warning in receipt.Warnings)
            Line(text, "lưu ý", warning);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Quoted where needed; a leading = + - @, tab or return gets an apostrophe, so that a spreadsheet shows text.</summary>
    public static string Inert(string cell)
    {
        var inert = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
        return inert.AsSpan().ContainsAny(",\"\n\r")
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    private static void Line(StringBuilder text, string kind, RowFault fault) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{kind},{fault.Line},{Inert(fault.Column)},{fault.Code},{Inert(fault.Message)}\n"
        );
}
