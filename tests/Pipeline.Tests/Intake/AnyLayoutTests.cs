using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Intake;

public class AnyLayoutTests
{
    private static readonly string[] Headers =
    [
        "Mã hồ sơ",
        "Ngày tiếp nhận",
        "Ngày hẹn trả",
        "Ngày có kết quả",
        "Trạng thái",
        "Hình thức nộp",
        "Lĩnh vực",
        "Mức độ DVC",
        "Ghi chú",
    ];
    private static readonly string[] Statuses = ["", "Đang xử lý", "da xu ly xong", "ĐÃ TRẢ KẾT QUẢ", "lạ"];
    private static readonly string[] Channels = ["", "Trực tuyến", "BCCI", "Trực tiếp", "7"];
    private static readonly string[] Fields = ["", "Hộ tịch", "hộ tịch", "Đất đai"];
    private static readonly string[] Notes = ["", "một, hai; ba\tbốn", "dòng\nkhác", "nói \"vậy\"", "\"", "=1+1"];
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(true),
        new UTF8Encoding(false),
        new UnicodeEncoding(false, true),
        new UnicodeEncoding(true, true),
        new UnicodeEncoding(false, false),
    ];

    /// <summary>The same dossiers in any separator, encoding, column order and line end, as CSV or workbook, are the same.</summary>
    [Property(MaxTest = 100)]
    public void The_same_dossiers_are_kept_however_they_are_laid_out(int seed)
    {
        var random = new Random(seed);
        string[][] rows =
        [
            Headers,
            .. Enumerable.Range(1, random.Next(1, 12)).Select(number => Dossier(random, number)),
        ];
        var plain = AnExport.Read(Csv(rows, ',', "\n"));
        var order = Enumerable.Range(0, Headers.Length).OrderBy(_ => random.Next()).ToArray();
        string[][] shuffled = [.. rows.Select(row => order.Select(place => row[place]).ToArray())];
        var encoding = Encodings[random.Next(Encodings.Length)];
        var text = Csv(shuffled, ",;\t"[random.Next(3)], random.Next(2) == 0 ? "\n" : "\r\n");
        ShouldEqual(AnExport.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]), plain);
        ShouldEqual(AnExport.Read(AWorkbook.Of([.. shuffled.Select(row => row.Cast<object?>().ToArray())])), plain);
    }

    [Property(MaxTest = 100)]
    public void No_text_makes_it_throw(string text, int seed)
    {
        var random = new Random(seed);
        var rows = Csv([Headers, Dossier(random, 1)], ';', "\n");
        AnExport.Read(rows.Insert(random.Next(rows.Length), text ?? ""));
        AnExport.Read(text ?? "");
    }

    private static void ShouldEqual(ExportReading reading, ExportReading expected)
    {
        reading.Kept.ShouldBe(expected.Kept);
        (reading.Outcome, reading.Rows, reading.Refused, reading.Columns).ShouldBe(
            (expected.Outcome, expected.Rows, expected.Refused, expected.Columns)
        );
        reading
            .Faults.Select(fault => fault.Code)
            .Order()
            .ShouldBe(expected.Faults.Select(fault => fault.Code).Order());
    }

    private static string[] Dossier(Random random, int number)
    {
        var received = new DateOnly(2022, 3, random.Next(1, 12));
        var finished = random.Next(3) == 0 ? "" : Day(received.AddDays(random.Next(-1, 4)));
        var code = string.Create(
            CultureInfo.InvariantCulture,
            $"H20.19-{received:yyMMdd}-{random.Next(1, number + 1):0000}"
        );
        return
        [
            code,
            Day(received),
            random.Next(2) == 0 ? "" : Day(received.AddDays(30)),
            finished,
            Statuses[random.Next(Statuses.Length)],
            Channels[random.Next(Channels.Length)],
            Fields[random.Next(Fields.Length)],
            random.Next(2) == 0 ? "4" : "một phần",
            Notes[random.Next(Notes.Length)],
        ];
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Csv(string[][] rows, char separator, string end) =>
        string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Quoted(cell, separator))) + end));

    private static string Quoted(string cell, char separator) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.AsSpan().IndexOfAny('"', '\n', '\r') >= 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
