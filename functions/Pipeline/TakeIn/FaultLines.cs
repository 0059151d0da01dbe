using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Faults and warnings of a receipt as lines of a table.</summary>
internal static class FaultLines
{
    public static readonly IReadOnlyList<string> Header =
    [
        "loại",
        "dòng",
        "cột",
        "mã lỗi",
        "nội dung",
        "đang có",
        "cần có",
        "ví dụ",
    ];

    public static IEnumerable<IReadOnlyList<string>> Of(Receipt receipt) =>
        receipt
            .Faults.Select(fault => Line("lỗi", fault))
            .Concat(receipt.Warnings.Select(warning => Line("lưu ý", warning)));

    private static IReadOnlyList<string> Line(string kind, RowFault fault)
    {
        var advice = FaultGuide.Of(fault.Code);
        // A line of its own where a row is meant; 0 would look like one.
        var line = fault.Line == 0 ? "" : fault.Line.ToString(CultureInfo.InvariantCulture);
        return
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
    }
}
