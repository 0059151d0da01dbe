using System.Text;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>faults.csv: opens correctly in Excel (BOM), and nothing in it is a formula.</summary>
public static class FaultsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Of(Receipt receipt)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var line in FaultLines.Of(receipt).Prepend(FaultLines.Header))
            text.AppendJoin(',', line.Select(InertCsv.Cell)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
