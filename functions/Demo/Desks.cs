using System.Globalization;
using static CCHC.Demo.Slip;

namespace CCHC.Demo;

/// <summary>The ten desks of Hồng Ngự in the quarter, invented from end to end.</summary>
internal static class Desks
{
    public const string Provincial =
        "Number=STT|Code=Mã hồ sơ|ProcedureCode=Mã TTHC|ProcedureName=Tên thủ tục hành chính|Field=Lĩnh vực"
        + "|Unit=Đơn vị tiếp nhận|Applicant=Người nộp|Address=Địa chỉ|Phone=Số điện thoại"
        + "|Channel=Hình thức tiếp nhận|Received=Ngày tiếp nhận|Due=Ngày hẹn trả|Finished=Ngày kết thúc xử lý"
        + "|Returned=Ngày trả kết quả|ReturnChannel=Hình thức trả kết quả|Status=Trạng thái|Level=Mức độ DVC"
        + "|Digitised=Số hóa|Payment=Thanh toán";

    public const string Portal =
        "Number=STT|Status=Trạng thái|Code=Mã hồ sơ|ProcedureName=Tên thủ tục hành chính|ProcedureCode=Mã TTHC"
        + "|Field=Lĩnh vực|Level=Mức độ DVC|Channel=Hình thức nộp|Received=Ngày nộp hồ sơ|Due=Ngày hẹn trả"
        + "|Finished=Ngày kết thúc xử lý|Returned=Ngày trả|Officer=Người tiếp nhận|Applicant=Người nộp"
        + "|Address=Địa chỉ|Phone=Số điện thoại|Digitised=Số hóa";

    public const string Window =
        "Code=Mã hồ sơ|Content=Nội dung hồ sơ|ProcedureCode=Mã TTHC|Field=Lĩnh vực|Owner=Chủ hồ sơ"
        + "|Phone=Số điện thoại|Address=Địa chỉ|Submitted=Ngày nộp hồ sơ|Received=Ngày tiếp nhận"
        + "|Due=Ngày hẹn trả kết quả|Finished=Ngày có kết quả|Returned=Ngày nhận kết quả|Status=Trạng thái"
        + "|Channel=Kênh thực hiện|ReturnChannel=Hình thức nhận kết quả|Payment=Thanh toán|Note=Ghi chú";

    // Like the statutory tracking book (TT 01/2018, Mẫu 06): no channel of submission.
    public const string Book =
        "Number=STT|Code=Mã hồ sơ|ProcedureName=Tên thủ tục hành chính|ProcedureCode=Mã TTHC|Field=Lĩnh vực"
        + "|Owner=Chủ hồ sơ|Address=Địa chỉ|Phone=Số điện thoại|Received=Ngày nhận|Due=Ngày hẹn trả kết quả"
        + "|Returned=Ngày nhận kết quả|ReturnChannel=Hình thức nhận kết quả|Status=Trạng thái|Note=Ghi chú";

    public static IReadOnlyList<Desk> All { get; } =
    [
        new(
            "29956",
            7,
            "000.21.19.H20",
            new(52),
            new(Provincial, Wording.Provincial, "", Title.Heading) { HasTotal = true },
            FileFormat.Xlsx,
            (day, _) => $"DSHS_{Day(day, "yyyy-MM-dd")}",
            [Late, SentTwice, Corrected, FaultyRows, OtherUnit]
        ),
        new(
            "29962",
            6,
            "000.22.19.H20",
            new(27),
            new(Provincial, Wording.Provincial, "dd/MM/yyyy HH:mm:ss", Title.None),
            FileFormat.Utf8Bom(','),
            (day, _) => $"hoso-{Day(day, "yyyyMMdd")}",
            [Late, SentTwice, Corrected, FaultyRows, Skipped, Empty]
        )
        {
            Slow = 14,
        },
        new(
            "29971",
            9,
            "000.23.19.H20",
            new(61),
            new(Portal, Wording.Portal, "dd/MM/yyyy HH:mm", Title.Span) { HasTotal = true },
            FileFormat.Xlsx,
            (day, _) => $"Danh sách hồ sơ {Day(day, "dd.MM.yyyy")}",
            [Late, SentTwice, Corrected, FaultyRows, FaultyRows, Truncated]
        )
        {
            OddChannels = 3,
        },
        new(
            "29974",
            6,
            "H20.19.24",
            new(40, Exactly: true),
            new(Window, Wording.Desk, "yyyy-MM-dd", Title.None),
            FileFormat.Utf8(';'),
            (day, _) => $"tp2_{Day(day, "dd-MM-yyyy")}",
            [Late, SentTwice, Corrected, FaultyRows, FutureName]
        ),
        new(
            "29977",
            6,
            "000.25.19.H20",
            new(18),
            new(Portal, Wording.Portal, "dd/MM/yyyy HH:mm:ss", Title.Heading) { HasTotal = true },
            FileFormat.UnicodeText("txt"),
            (day, _) => $"ThuongLac{Day(day, "ddMMyyyy")}",
            [Late, Late, SentTwice, Corrected, FaultyRows, NoCodeColumn, Skipped]
        )
        {
            Slow = 11,
        },
        new(
            "29980",
            7,
            "000.26.19.H20",
            new(40, Exactly: true, Short: 1),
            new(Window, Wording.Desk, "dd/MM/yyyy", Title.Span) { HasTotal = true },
            FileFormat.Utf8(','),
            (_, number) => string.Create(CultureInfo.InvariantCulture, $"Bao cao ngay so {number:000}"),
            [Late, SentTwice, Corrected, FaultyRows, UnknownStatuses, Quiet]
        )
        {
            LeavesInPersonBlank = true,
        },
        new(
            "29983",
            6,
            "H20.19.27",
            new(45),
            new(Portal, Wording.Portal, "dd/MM/yyyy HH:mm", Title.None),
            FileFormat.UnicodeText("csv"),
            (day, _) => $"lkb_{Day(day, "dd_MM_yyyy")}",
            [SentTwice, Corrected, FaultyRows, Skipped]
        )
        {
            LastDay = new DateOnly(2022, 2, 15),
        },
        new(
            "29992",
            7,
            "000.28.19.H20",
            new(47),
            new(Window, Wording.Provincial, "", Title.Dated) { HasTotal = true },
            FileFormat.Xlsx,
            (_, number) => string.Create(CultureInfo.InvariantCulture, $"Hồ sơ một cửa ({number:000})"),
            [Late, Late, SentTwice, Corrected, FaultyRows]
        )
        {
            EndsLate = true,
        },
        new(
            "29995",
            6,
            "000.29.19.H20",
            new(35),
            new(Book, Wording.Desk, "dd/MM/yyyy", Title.Heading) { HasTotal = true },
            FileFormat.Utf8Bom(';'),
            (day, _) => $"So theo doi {Day(day, "dd.MM.yyyy")}",
            [Late, SentTwice, Corrected, FaultyRows, NoHeader]
        ),
        new(
            "29998",
            5,
            "000.30.19.H20",
            new(33),
            new(Provincial, Wording.Provincial, "dd/MM/yyyy HH:mm", Title.Span) { HasTotal = true, HasPages = true },
            FileFormat.Utf8Bom(';'),
            (day, _) =>
                day.DayOfWeek is DayOfWeek.Friday
                    ? $"Tong hop 15-12-2021 den {Day(day, "dd-MM-yyyy")}"
                    : $"PTA {Day(day, "dd-MM-yyyy")}",
            [Late, SentTwice, Corrected, FaultyRows, Skipped]
        )
        {
            SendsFullLists = true,
            Slow = 9,
        },
    ];

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
