using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class FinishedColumnTests
{
    private const string Waiting = "Đã xử lý xong";
    private const string Returned = "Đã trả kết quả";

    [Theory]
    [InlineData(5, "", 5, "11/03/2022", true)]
    [InlineData(4, "", 5, "11/03/2022", false)]
    [InlineData(5, "", 4, "11/03/2022", false)]
    [InlineData(5, "11/03/2022", 5, "11/03/2022", false)]
    [InlineData(5, "", 5, "", false)]
    public void A_date_that_only_returned_dossiers_have_is_the_day_of_return(
        int waiting,
        string waitingDay,
        int returned,
        string returnedDay,
        bool isTold
    )
    {
        var rows = Rows(1, waiting, $"{waitingDay};;{Waiting}") + Rows(10, returned, $"{returnedDay};;{Returned}");
        Told(AnExport.Read($"Mã hồ sơ;Ngày tiếp nhận;Ngày kết thúc xử lý;Ghi chú;Trạng thái\n{rows}")).ShouldBe(isTold);
    }

    [Theory]
    [InlineData(30, "12/03/2022", true)]
    [InlineData(29, "12/03/2022", false)]
    [InlineData(30, "10/03/2022", false)]
    public void A_date_that_is_the_day_of_return_in_all_of_many_dossiers_is_told(int count, string day, bool isTold)
    {
        var rows = Rows(1, count, $"{day};{day};{Returned}");
        const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Ngày trả;Trạng thái\n";
        Told(AnExport.Read(Header + rows)).ShouldBe(isTold);
        Told(AnExport.Read(Header + rows + Rows(90, 1, $"11/03/2022;12/03/2022;{Returned}"))).ShouldBeFalse();
    }

    [Fact]
    public void The_warning_names_the_column_and_says_what_to_do_and_refuses_nothing()
    {
        var rows = Rows(1, 5, $";{Waiting}") + Rows(10, 5, $"11/03/2022;{Returned}");
        var reading = AnExport.Read($"Mã hồ sơ;Ngày tiếp nhận;Ngày kết thúc xử lý;Trạng thái\n{rows}");
        reading.Accepted.ShouldBe(10);
        var warning = reading.Warning(FaultCodes.FinishedIsReturned);
        (warning.Line, warning.Column).ShouldBe((1, "Ngày kết thúc xử lý"));
        warning.Message.ShouldContain("hãy đặt tên cột là \"Ngày trả kết quả\"");
    }

    private static bool Told(ExportReading reading)
    {
        reading.Refused.ShouldBe(0);
        return reading.Warnings.Any(warning => warning.Code == FaultCodes.FinishedIsReturned);
    }

    private static string Rows(int first, int count, string rest) =>
        string.Concat(
            Enumerable
                .Range(first, count)
                .Select(n => string.Create(CultureInfo.InvariantCulture, $"H20-220310-{n:0000};10/03/2022;{rest}\n"))
        );
}
