using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Days that can't be right hold the file back, told in the sender's words (design.md §8).</summary>
public class ImpossibleDatesTests
{
    private static readonly string[] Header = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"];
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static TheoryData<string> UsForms { get; } =
        new("M/d/yyyy", "MM/dd/yyyy", "M/d/yyyy H:mm", "MM/dd/yyyy HH:mm:ss", "M-d-yyyy", "MM.dd.yyyy")
        {
            "HH:mm M/d/yyyy",
            "M/d/yyyy, HH:mm:ss",
            "M/d/yyyy h:mm tt",
            "H:mm:ss, M/d/yyyy",
        };

    [Theory]
    [MemberData(nameof(UsForms))]
    public void Days_written_the_US_way_throughout_are_held_back(string form)
    {
        foreach (var hasDay in new[] { true, false })
        {
            var days = Enumerable.Range(1, 18).Select(day => new DateOnly(2022, 3, day));
            var reading = AnExport.Read(Csv(days, day => Written(day, form), hasDay), "x-2022-03-15.csv");
            Holds(reading, FaultCodes.DatesExchanged, "Excel kiểu Mỹ đã đổi chỗ ngày và tháng");
        }
    }

    [Theory]
    [InlineData(1, 31, true)]
    [InlineData(1, 12, true)]
    [InlineData(4, 20, true)]
    [InlineData(10, 31, true)]
    [InlineData(1, 31, false)]
    [InlineData(4, 20, false)]
    public void Days_that_a_US_Excel_exchanged_are_held_back(int first, int last, bool hasDay)
    {
        object?[] Row(DateOnly day, int number)
        {
            object cell =
                day.Day > 12
                    ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                    : new DateOnly(2022, day.Day, day.Month).DayNumber - Epoch.DayNumber;
            return [Code(hasDay ? day : new DateOnly(2022, 1, 1), number, hasDay), cell, cell, "Đang xử lý"];
        }
        var days = Enumerable.Range(first, last - first + 1).Select(day => new DateOnly(2022, 1, day));
        var rows = days.Select(Row).Prepend(Header).ToArray();
        var reading = Reader(hasDay)
            .Read(AnExport.Upload(AWorkbook.Of(rows), uploadedAt: new(2023, 1, 3, 0, 0, 0, TimeSpan.Zero)));
        Holds(reading, FaultCodes.DatesExchanged, "Excel kiểu Mỹ");
    }

    [Theory]
    [InlineData(-1462)]
    [InlineData(1462)]
    public void The_1904_calendar_is_told(int off)
    {
        var rows = Enumerable
            .Range(1, 9)
            .Select(n => new DateOnly(2016, 3, n))
            .Select(
                (day, n) => new object?[] { Code(day, n), day.DayNumber - Epoch.DayNumber + off, null, "Đang xử lý" }
            )
            .Prepend(Header)
            .ToArray();
        Holds(AnExport.Read(AWorkbook.Of(rows)), FaultCodes.DatesOf1904, "1904");
    }

    [Theory]
    [InlineData(5, 2, Outcome.Accepted)]
    [InlineData(5, 3, Outcome.Quarantined)]
    [InlineData(4, 4, Outcome.Accepted)]
    [InlineData(10, 5, Outcome.Accepted)]
    [InlineData(10, 6, Outcome.Quarantined)]
    public void Most_codes_that_contradict_hold_the_file_back(int rows, int contradicting, Outcome outcome)
    {
        var csv = Enumerable
            .Range(0, rows)
            .Select(n => $"{Code(new DateOnly(2022, 3, 14), n)};{(n < contradicting ? "09/02/2022" : "14/03/2022")};;")
            .Prepend(string.Join(';', Header));
        AnExport.Read(string.Join('\n', csv)).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("so theo doi (Mau 06 TT 01-2018 ngay 23-11-2018).csv", "2022-03-14")]
    [InlineData("ho so 01-01-2022 theo QD 23-11-2018.csv", "2022-03-14")]
    [InlineData("2018-11-23.csv", "2022-03-14")]
    [InlineData("TT 01.01.2018 hs 15.03.2022.csv", "2022-03-15")]
    public void A_day_before_everything_is_not_the_day_of_the_data(string file, string asOf)
    {
        var days = Enumerable.Range(5, 10).Select(day => new DateOnly(2022, 3, day));
        var reading = AnExport.Read(Csv(days, day => Written(day, "dd/MM/yyyy"), true), file);
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.AsOf.ShouldBe(DateOnly.Parse(asOf, CultureInfo.InvariantCulture));
        var isPassedOver = reading.Warnings.Any(warning => warning.Code == FaultCodes.DayPassedOver);
        isPassedOver.ShouldBe(asOf == "2022-03-14");
        reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.DateAfterAsOf);
    }

    [Theory]
    [InlineData(4, 10, Outcome.Accepted)]
    [InlineData(5, 10, Outcome.Quarantined)]
    [InlineData(5, 25, Outcome.Accepted)]
    [InlineData(6, 25, Outcome.Quarantined)]
    public void Many_rows_after_the_day_of_the_data_hold_the_file_back(int late, int rows, Outcome outcome)
    {
        var days = Enumerable.Range(0, rows).Select(n => new DateOnly(2022, 3, n < late ? 12 : 9));
        var reading = AnExport.Read(Csv(days, day => Written(day, "dd/MM/yyyy"), true), "hs-2022-03-10.csv");
        reading.Outcome.ShouldBe(outcome);
        if (outcome is Outcome.Quarantined)
            reading.Faults[0].Code.ShouldBe(FaultCodes.DatesAfterAsOf);
    }

    [Fact]
    public void Sound_days_are_never_held_back()
    {
        var days = Enumerable.Range(1, 14).Select(day => new DateOnly(2022, 3, day));
        foreach (var form in (string[])["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd-MM-yyyy HH:mm"])
            AnExport.Read(Csv(days, day => Written(day, form), true)).Outcome.ShouldBe(Outcome.Accepted);
    }

    private static void Holds(ExportReading reading, string code, string told)
    {
        reading.Outcome.ShouldBe(Outcome.Quarantined, reading.Message);
        reading.Faults[0].Code.ShouldBe(code);
        reading.Message.ShouldContain(told);
        reading.Kept.ShouldBeEmpty();
    }

    private static ExportReader Reader(bool hasDay) =>
        hasDay
            ? AnExport.Reader
            : new ExportReader(AnExport.Register, SourceProfile.Default with { NumericCodes = true });

    private static string Csv(IEnumerable<DateOnly> days, Func<DateOnly, string> written, bool hasDay) =>
        string.Join(
            '\n',
            days.Select((day, n) => $"{Code(day, n, hasDay)};{written(day)};;Đang xử lý")
                .Prepend(string.Join(';', Header))
        );

    private static string Written(DateOnly day, string form) =>
        day.ToDateTime(new TimeOnly(8, 15)).ToString(form, CultureInfo.InvariantCulture);

    private static string Code(DateOnly day, int number, bool hasDay = true) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"H20.19-{(hasDay ? day.ToString("yyMMdd", CultureInfo.InvariantCulture) : "999999")}-{number:0000}"
        );
}
