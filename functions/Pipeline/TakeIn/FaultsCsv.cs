using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>faults.csv: opens correctly in Excel (BOM), and nothing in it is a formula.</summary>
public static class FaultsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Of(Receipt receipt)
    {
        var text = new StringBuilder("\uFEFFloại,dòng,cột,mã lỗi,nội dung,đang có,cần có,ví dụ\n");
        foreach (var fault in receipt.Faults)
            Line(text, "lỗi", fault);
        foreach (var warning in receipt.Warnings)
            Line(text, "lưu ý", warning);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, string kind, RowFault fault)
    {
        var advice = FaultGuide.Of(fault.Code);
        // A line of its own where a row is meant; 0 would look like one.
        var line = fault.Line == 0 ? "" : fault.Line.ToString(CultureInfo.InvariantCulture);
        var cells =
            (IEnumerable<string>)
                [
                    kind,
                    line,
                    fault.Column,
                    fault.Code,
                    fault.Message,
                    fault.Found ?? "",
                    advice.Expected,
                    advice.Example,
                ];
        text.AppendJoin(',', cells.Select(InertCsv.Cell)).Append('\n');
    }
}
