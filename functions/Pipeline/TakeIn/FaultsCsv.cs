using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

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

    private static void Line(StringBuilder text, string kind, RowFault fault) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{kind},{fault.Line},{InertCsv.Cell(fault.Column)},{fault.Code},{InertCsv.Cell(fault.Message)}\n"
        );
}
