using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;
using Codes = CCHC.Pipeline.Checklists.Reading.ChecklistFaultCodes;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>Reads the answer to a criterion by its kind. Nothing is guessed: what isn't understood is told.</summary>
internal static class AnswerReader
{
    private const int MostCounted = 1_000_000;
    private const int EarliestYear = 2000;

    public static AnswerReading Read(CriterionKind kind, ChecklistCells cells)
    {
        var (day, bad) = cells.Day.Length == 0 ? default : DayOf(cells);
        if (bad is not null)
            return new(null, bad);
        return kind switch
        {
            CriterionKind.Date => Date(cells, day),
            CriterionKind.Count => WithoutDay(Count(cells), cells),
            CriterionKind.YesNo => WithoutDay(YesNo(cells), cells),
            CriterionKind.Address => Address(cells, day),
        };
    }

    private static AnswerReading Date(ChecklistCells cells, DateOnly? day)
    {
        if (cells.Result.Length == 0 && day is not null)
            return new(new Answer(Day: day));
        return AnswerWords.Read(cells.Result) switch
        {
            _ when cells.Result.Length == 0 => NoAnswer("\"Đã ban hành\" kèm ngày, hoặc \"Chưa ban hành\""),
            true when day is null => Faulty(
                ChecklistColumn.Day,
                Codes.DayMissing,
                $"Kết quả ghi \"{cells.Result}\" nhưng chưa có ngày; cần ngày dạng 25/03/2022."
            ),
            true => new(new Answer(Day: day)),
            false when day is not null => Contradiction(cells),
            false => new(new Answer(Done: false)),
            null => Bad("\"Đã ban hành\" hoặc \"Chưa ban hành\"; ngày ghi ở cột Ngày"),
        };
    }

    private static AnswerReading Count(ChecklistCells cells)
    {
        if (cells.Result.Length == 0)
            return NoAnswer("một số nguyên, ví dụ 3; không có thì ghi 0");
        return
            int.TryParse(cells.Result, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= MostCounted
            ? new(new Answer(Number: number))
            : Bad("một số nguyên từ 0 trở lên, chỉ gồm chữ số, ví dụ 3");
    }

    private static AnswerReading YesNo(ChecklistCells cells) =>
        AnswerWords.Read(cells.Result) switch
        {
            _ when cells.Result.Length == 0 => NoAnswer("\"Có\" hoặc \"Không\""),
            true when cells.Evidence.Length == 0 => new(
                new Answer(Done: true),
                Warning: new(
                    ChecklistColumn.Evidence,
                    Codes.NoEvidence,
                    "Kết quả \"Có\" mà không có minh chứng thì chưa đủ dữ liệu để đánh giá; cần số và ngày của văn bản."
                )
            ),
            { } done => new(new Answer(Done: done)),
            null => Bad("\"Có\" hoặc \"Không\""),
        };

    private static AnswerReading Address(ChecklistCells cells, DateOnly? day)
    {
        const string expected =
            "địa chỉ đầy đủ của trang, ví dụ https://thuongphuoc1.dongthap.gov.vn/ngan-sach, hoặc \"Chưa công khai\"";
        if (cells.Result.Length == 0)
            return NoAnswer(expected);
        if (AnswerWords.Read(cells.Result) is false)
            return day is null ? new(new Answer(Done: false)) : Contradiction(cells);
        return PageAddress.TryParse(cells.Result, out var address)
            ? new(new Answer(Day: day, Address: address))
            : Bad(expected);
    }

    private static AnswerReading WithoutDay(AnswerReading read, ChecklistCells cells) =>
        read.Answer is null || cells.Day.Length == 0
            ? read
            : read with
            {
                Warning =
                    read.Warning
                    ?? new(
                        ChecklistColumn.Day,
                        Codes.DayUnused,
                        "Tiêu chí này không dùng ngày; ngày đã ghi không được lưu."
                    ),
            };

    private static (DateOnly? Day, CellFault? Fault) DayOf(ChecklistCells cells)
    {
        var isDay =
            cells.DayKind is CellKind.Number
                ? CivilDate.TryParseSerial(cells.Day, cells.Epoch, out var day)
                : CivilDate.TryParse(cells.Day, out day);
        if (!isDay)
            return Fault(FaultCodes.DateBad, "Không phải là ngày có thật; cần dạng 25/03/2022.");
        if (day.Year < EarliestYear)
            return Fault(FaultCodes.DateTooOld, $"Ngày {Told.Day(day)} trước năm {EarliestYear}; xem lại năm.");
        return day > cells.UploadDay
            ? Fault(
                FaultCodes.DateAfterUpload,
                $"Ngày {Told.Day(day)} sau ngày gửi phiếu ({Told.Day(cells.UploadDay)}); việc chưa làm thì ghi \"Chưa\"."
            )
            : (day, null);

        static (DateOnly?, CellFault?) Fault(string code, string message) =>
            (null, new CellFault(ChecklistColumn.Day, code, message));
    }

    private static AnswerReading Contradiction(ChecklistCells cells) =>
        Faulty(
            ChecklistColumn.Day,
            Codes.DayContradicts,
            $"Kết quả ghi \"{cells.Result}\" mà cột Ngày lại có ngày; cần bỏ ngày hoặc sửa kết quả."
        );

    private static AnswerReading NoAnswer(string expected) =>
        Faulty(
            ChecklistColumn.Result,
            Codes.AnswerMissing,
            $"Thiếu kết quả; cần {expected}. Chưa có dữ liệu thì để trống cả dòng."
        );

    private static AnswerReading Bad(string expected) =>
        Faulty(ChecklistColumn.Result, Codes.AnswerBad, $"Không hiểu kết quả; cần {expected}.");

    private static AnswerReading Faulty(ChecklistColumn column, string code, string message) =>
        new(null, new CellFault(column, code, message));
}
