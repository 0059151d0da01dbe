using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Exports of Thường Phước 1, uploaded on 16 March 2022 for the day before unless a test says otherwise.</summary>
internal static class AnExport
{
    public const string Code = "29956";
    public const string File = "ho-so-2022-03-15.csv";
    public const string Dossier = "000.19.05.H20-220310-0001";
    public static readonly DateOnly AsOf = new(2022, 3, 15);
    public static readonly DateTimeOffset UploadedAt = new(2022, 3, 16, 8, 0, 0, TimeSpan.FromHours(7));

    private const string Units = """
        code,name,kind,parent,valid_from,valid_to,successors
        29956,Xã Thường Phước 1,commune,870,,2025-06-30,29971
        29974,Xã Thường Phước 2,commune,870,,2025-06-30,29971
        29971,Thị trấn Thường Thới Tiền,town,870,,2025-06-30,29971
        29971,Xã Thường Phước,commune,82,2025-07-01,,
        """;

    public static UnitRegister Register { get; } = new(UnitCsv.Parse(Units));
    public static ExportReader Reader { get; } = new(Register, SourceProfile.Default);

    /// <summary>A reader of fields that are spelt so and not otherwise, to the last mark and capital.</summary>
    public static ExportReader Of(params IEnumerable<string> fields) =>
        new(Register, SourceProfile.Default)
        {
            Fields = new FieldList([.. fields.Select(name => new ListedField(name, []))], text => text),
        };

    /// <summary>The field of the only dossier, read by a reader that knows that one, or null.</summary>
    public static string? FieldOf(byte[] content, string known) => Of(known).Read(Upload(content)).OnlyRow().Field;

    public static string? FieldOf(string text, string known) => FieldOf(Encoding.UTF8.GetBytes(text), known);

    public static Upload Upload(
        byte[] content,
        string file = File,
        string code = Code,
        DateTimeOffset? uploadedAt = null
    ) => new(code, file, "0x8DA", (uploadedAt ?? UploadedAt).UtcTicks, new string('a', 64), content);

    public static ExportReading Read(byte[] content, string file = File) => Reader.Read(Upload(content, file));

    public static ExportReading Read(string text, string file = File) => Read(Encoding.UTF8.GetBytes(text), file);

    /// <summary>Lines below the header "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp".</summary>
    public static ExportReading Lines(params string[] lines) =>
        Read(string.Join('\n', ["Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp", .. lines]));

    /// <summary>A sound line under that header, its number in the code.</summary>
    public static string Line(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-220310-{number:0000};10/03/2022;;Đang xử lý;Trực tiếp"
        );

    /// <summary>One dossier that is sound but for the cells given; a header that isn't usual is added.</summary>
    public static ExportReading With(params (string Header, string Cell)[] cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mã hồ sơ"] = Dossier,
            ["Ngày tiếp nhận"] = "10/03/2022",
            ["Ngày hẹn trả"] = "",
            ["Ngày có kết quả"] = "",
            ["Trạng thái"] = "Đang xử lý",
            ["Hình thức nộp"] = "Trực tiếp",
        };
        foreach (var (header, cell) in cells)
            row[header] = cell;
        return Read(string.Join('|', row.Keys).Replace('|', '\t') + "\n" + string.Join('\t', row.Values));
    }

    public static KeptRow OnlyRow(this ExportReading reading)
    {
        reading.Faults.ShouldBeEmpty();
        return reading.Kept.ShouldHaveSingleItem();
    }

    /// <summary>The only fault, which must have that code.</summary>
    public static RowFault Fault(this ExportReading reading, string code)
    {
        var fault = reading.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        return fault;
    }

    public static RowFault Warning(this ExportReading reading, string code) =>
        reading.Warnings.Where(warning => warning.Code == code).ShouldHaveSingleItem();
}
