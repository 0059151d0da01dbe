using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetList = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Workbooks made with the OOXML SDK: strings are inline texts, numbers numbers, null a cell left out.</summary>
internal static class AWorkbook
{
    public static readonly object?[] Header =
    [
        "Mã hồ sơ",
        "Ngày tiếp nhận",
        "Ngày có kết quả",
        "Trạng thái",
        "Hình thức nộp",
    ];

    public static byte[] Of(params object?[][] rows) => Make([("Sheet1", SheetStateValues.Visible, rows)]);

    public static byte[] Make(
        (string Name, SheetStateValues State, object?[][] Rows)[] sheets,
        bool date1904 = false,
        string[]? shared = null
    )
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.Workbook = new Workbook(new WorkbookProperties { Date1904 = date1904 }, new SheetList());
            foreach (var (name, state, rows) in sheets)
                AddSheet(part, name, state, rows);
            if (shared is not null)
                part.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                    shared.Select(text => new SharedStringItem { InnerXml = text })
                );
        }
        return stream.ToArray();
    }

    /// <summary>Merged cells: first and last row, first and last column, from 0.</summary>
    public static byte[] Merged(object?[][] rows, params (ushort, ushort, ushort, ushort)[] merged)
    {
        var ranges = merged.Select(range => $"{At(range.Item3, range.Item1)}:{At(range.Item4, range.Item2)}");
        var cells = string.Concat(ranges.Select(range => $"<x:mergeCell ref=\"{range}\"/>"));
        return Rewrite(
            Of(rows),
            "sheet1.xml",
            xml =>
                xml.Replace(
                    "</x:worksheet>",
                    $"<x:mergeCells>{cells}</x:mergeCells></x:worksheet>",
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>A cell that refers to shared text number <paramref name="index"/>.</summary>
    public static Cell Shared(int index) =>
        new() { DataType = CellValues.SharedString, CellValue = new CellValue(index) };

    public static Cell Formula(string formula, string cached) =>
        new()
        {
            DataType = CellValues.String,
            CellFormula = new CellFormula(formula),
            CellValue = new CellValue(cached),
        };

    /// <summary>The package with one entry's text rewritten.</summary>
    public static byte[] Rewrite(byte[] package, string entry, Func<string, string> rewrite)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = zip.Entries.Single(one => one.FullName.EndsWith(entry, StringComparison.Ordinal));
            using var reader = new StreamReader(old.Open());
            var text = rewrite(reader.ReadToEnd());
            reader.Dispose();
            var name = old.FullName;
            old.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }
        return stream.ToArray();
    }

    private static string At(ushort column, ushort row) =>
        string.Create(CultureInfo.InvariantCulture, $"{(column > 25 ? "IV" : (char)('A' + column))}{row + 1}");

    private static void AddSheet(WorkbookPart workbook, string name, SheetStateValues state, object?[][] rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, index) => MakeRow(cells, index + 1))));
        var sheets = workbook.Workbook!.GetFirstChild<SheetList>()!;
        sheets.Append(
            new Sheet
            {
                Name = name,
                State = state,
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Id = workbook.GetIdOfPart(part),
            }
        );
    }

    private static Row MakeRow(object?[] cells, int number)
    {
        var row = new Row { RowIndex = (uint)number };
        foreach (var (column, value) in cells.Index())
        {
            if (MakeCell(value) is not { } cell)
                continue;
            cell.CellReference = $"{(char)('A' + column)}{number}";
            row.Append(cell);
        }
        return row;
    }

    private static Cell? MakeCell(object? value) =>
        value switch
        {
            null => null,
            Cell cell => cell,
            string text => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            },
            double number => new Cell { CellValue = new CellValue(number) },
            _ => new Cell { CellValue = new CellValue((int)value) },
        };
}
