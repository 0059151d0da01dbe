using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Exports as pages of HTML, as one-stop systems write them under the name of a workbook.</summary>
internal static class HtmlPages
{
    public const string File = "ho-so-2022-03-15.xls";
    public const string Header =
        "<tr><th>Mã hồ sơ<th>Ngày tiếp nhận<th>Ngày có kết quả<th>Trạng thái<th>Hình thức nộp<th>Lĩnh vực</tr>";
    public const string Dossier =
        $"<tr><td>{AnExport.Dossier}<td>10/03/2022<td><td>Đang xử lý<td>Trực tuyến<td>Hộ tịch</tr>";

    public static ExportReading Read(string page, string file = File) => AnExport.Read(page, file);

    public static ExportReading Read(Encoding encoding, string page) =>
        AnExport.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(page)], File);

    /// <summary>A table of the usual header and these rows.</summary>
    public static ExportReading Rows(params string[] rows) => Read(Table(rows));

    public static string Table(params string[] rows) => $"<table>{Header}{string.Concat(rows)}</table>";

    /// <summary>A table of one dossier, its cells after the code given.</summary>
    public static ExportReading Cells(params string[] cells) =>
        Rows($"<tr><td>{AnExport.Dossier}</td>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>");

    /// <summary>What the cell of the field is read as.</summary>
    public static string? Field(string cell) =>
        Cells("10/03/2022", "", "Đang xử lý", "Trực tuyến", cell).OnlyRow().Field;

    /// <summary>Whether a cell is read as this text: a profile that knows no more than the text recognises it.</summary>
    public static bool Says(string cell, string text)
    {
        var known = SourceProfile.Default.Headers.Append(new HeaderNames(Column.Level, [text]));
        var reader = new ExportReader(AnExport.Register, SourceProfile.Default with { Headers = [.. known] });
        var page = $"<table><tr><th>Mã hồ sơ<th>Ngày tiếp nhận<th>Trạng thái<th>{cell}</tr></table>";
        return reader.Read(AnExport.Upload(Encoding.UTF8.GetBytes(page), File)).Columns.HasFlag(KeptColumns.Level);
    }

    /// <summary>A row of the usual header with this number in its code.</summary>
    public static string Row(int number, string more = "<td><td>Đang xử lý<td>Trực tuyến<td>Hộ tịch") =>
        $"<tr><td>{Code(number)}<td>10/03/2022{more}</tr>";

    public static string Code(int number) => $"000.19.05.H20-220310-{number:0000}";
}
