using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>A report of every kind of block, with a chart and two appendices; its content is invented.</summary>
internal static class SomeReport
{
    private const string Chart =
        """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>35</c:v></c:pt></c:numLit></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>""";

    private const string InText =
        """<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="1" name="Biểu đồ 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId10"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""";

    public static Letter Full() =>
        Head([
            new Heading("1. Kết quả"),
            new Heading("1.1. Chi tiết", Level: 2),
            new Paragraph("Kết quả của các đơn vị như sau:"),
            new Caption("Bảng 1. Tỷ lệ hồ sơ nộp trực tuyến"),
            Table(rows: 60),
            new Note("Ghi chú: số liệu giả lập."),
            ChartBlock(),
        ]) with
        {
            Appendices =
            [
                new("Phụ lục I", "DANH SÁCH ĐƠN VỊ", "(Kèm theo Báo cáo số        /BC-PNV)", [Table(rows: 2)]),
                new("Phụ lục II", "SỐ LIỆU", "", [Table(rows: 2)], IsLandscape: true),
            ],
        };

    public static Letter Head(IReadOnlyList<Block> body, params string[] addressees) =>
        Authority
            .On(new DateOnly(2022, 3, 18))
            .OfReports()
            .Draft(
                DocumentKind.Report,
                addressees,
                new LetterText("Kết quả kiểm tra quý I năm 2022", body, "Phòng Nội vụ kính báo cáo./."),
                new DateOnly(2022, 3, 18)
            );

    private static DataTable Table(int rows) =>
        new(
            [
                new TableColumn("STT", 1, ColumnAlign.Center),
                new TableColumn("Đơn vị", 5),
                new TableColumn("Tỷ lệ", 2, ColumnAlign.Right),
            ],
            [
                .. Enumerable.Range(1, rows).Select(row => new TableRow([Vietnamese.Figure(row), "Xã thử", "35,00 %"])),
                new TableRow(["", "Tổng cộng", "35,00 %"], IsBold: true),
            ]
        );

    private static Drawing ChartBlock() =>
        new(InText, "<svg viewBox=\"0 0 10 10\"><title>Biểu đồ 1</title></svg>")
        {
            Parts =
            [
                new DocxPart(
                    "word/charts/chart1.xml",
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                    Encoding.UTF8.GetBytes(Chart)
                ),
            ],
            Relations =
            [
                new DocxRelation(
                    "rId10",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart",
                    "charts/chart1.xml"
                ),
            ],
        };
}
