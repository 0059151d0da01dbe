using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CCHC.Benchmarks.Memory;

/// <summary>A file as large as an export may be.</summary>
internal sealed class LargestFile(string file, byte[] content, int rows)
{
    public string File => file;
    public int Rows => rows;
    public byte[] Content { get; private set; } = content;

    /// <summary>Lets go of the content, so that it is nobody's memory but the storage's.</summary>
    public void Forget() => Content = [];
}

/// <summary>Full lists of one commune of nearly 32 MB: as CSV, and as a workbook whose texts hardly repeat.</summary>
internal static class LargestFiles
{
    private const int Bytes = 32 * 1024 * 1024;
    private const int PerDay = 400;

    /// <summary>Bytes of free text; in a workbook they keep it from being packed small.</summary>
    private const int ShortText = 48;
    private const int LongText = 180;
    private const string Header =
        "Mã hồ sơ,Mã TTHC,Lĩnh vực,Người nộp,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,"
        + "Trạng thái,Nội dung hồ sơ";
    private static readonly DateOnly FirstDay = new(2022, 12, 15);

    public static LargestFile Csv()
    {
        var text = new StringBuilder(Header).Append('\n');
        var (bytes, rows) = (Encoding.UTF8.GetByteCount(Header), 0);
        for (
            string line;
            bytes + Encoding.UTF8.GetByteCount(line = string.Join(',', Cells(rows, ShortText))) < Bytes;
            rows++
        )
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            text.Append(line).Append('\n');
        }
        return new("hoso_2024-03-05.csv", Encoding.UTF8.GetBytes(text.ToString()), rows);
    }

    public static LargestFile Xlsx()
    {
        using var file = new MemoryStream();
        var rows = 0;
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(package, "[Content_Types].xml", ContentTypes);
            Write(package, "_rels/.rels", Relations("officeDocument", "xl/workbook.xml"));
            Write(package, "xl/_rels/workbook.xml.rels", Relations("worksheet", "worksheets/sheet1.xml"));
            Write(package, "xl/workbook.xml", Workbook);
            using var sheet = new StreamWriter(package.CreateEntry("xl/worksheets/sheet1.xml").Open());
            sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
            WriteRow(sheet, Header.Split(','));
            for (long unpacked = 0; file.Length < Bytes - 256 * 1024 && unpacked < MostUnpacked; rows++)
                unpacked += WriteRow(sheet, Cells(rows, LongText));
            sheet.Write("</sheetData></worksheet>");
        }
        return new("hoso_2024-03-05.xlsx", file.ToArray(), rows);
    }

    private const long MostUnpacked = 198L * 1024 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string ContentTypes =
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/>"
        + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}.worksheet+xml\"/></Types>";
    private const string Workbook =
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

    private static string Relations(string kind, string target) =>
        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/{kind}\" Target=\"{target}\"/></Relationships>";

    private static void Write(ZipArchive package, string name, string text)
    {
        using var part = new StreamWriter(package.CreateEntry(name).Open());
        part.Write(text);
    }

    private static int WriteRow(TextWriter sheet, string[] cells)
    {
        var row =
            "<row>" + string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";
        sheet.Write(row);
        return Encoding.UTF8.GetByteCount(row);
    }

    private static string[] Cells(int number, int freeText)
    {
        var received = FirstDay.AddDays(number / PerDay);
        var noise = new byte[freeText];
        new Random(number).NextBytes(noise);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"000.19.05.H20-{received:yyMMdd}-{number % PerDay:0000}"),
            number % 3 == 0 ? "1.001193.000.00.00.H20" : "2.000635.000.00.00.H20",
            number % 2 == 0 ? "Hộ tịch" : "Chứng thực",
            "Trần Thị Lan",
            number % 5 < 2 ? "Trực tuyến" : "Trực tiếp",
            Day(received),
            Day(received.AddDays(3)),
            Day(received.AddDays(number % 5)),
            "Đã xử lý xong",
            $"Hồ sơ {Convert.ToBase64String(noise)}",
        ];
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
