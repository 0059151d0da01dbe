using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public sealed class ExtremeCellsTests
{
    private static readonly string Blanks = new(' ', 3_000);

    [Fact]
    public void A_code_with_something_far_behind_it_is_no_code() =>
        AnExport.With(("Mã hồ sơ", $"{AnExport.Dossier}{Blanks}x")).Fault(FaultCodes.CodeBad);

    [Fact]
    public void A_status_with_something_far_behind_it_is_no_status() =>
        AnExport.With(("Trạng thái", $"Đang xử lý{Blanks}x")).Fault(FaultCodes.StatusUnknown);

    [Fact]
    public void A_date_with_something_far_behind_it_is_no_date() =>
        AnExport.With(("Ngày tiếp nhận", $"10/03/2022{Blanks}x")).Fault(FaultCodes.DateBad);

    [Fact]
    public void Blanks_alone_behind_a_value_do_no_harm() =>
        AnExport.With(("Trạng thái", $"Đang xử lý{Blanks}")).OnlyRow().Status.ShouldBe(Status.Processing);

    [Fact]
    public void Thousands_of_procedures_are_fewer_than_a_column_can_hold() =>
        Many("Mã TTHC", number => FormattableString.Invariant($"1.{number:000000}"))
            .Kept.ShouldAllBe(row => row.Procedure != null);

    [Fact]
    public void More_procedures_than_a_desk_has_hold_the_file_back()
    {
        var reading = Many("Mã TTHC", number => FormattableString.Invariant($"1.{number:000000}"), 2_001);
        (reading.Outcome, reading.Kept.Count).ShouldBe((Outcome.Quarantined, 0));
        var fault = reading.Fault(FaultCodes.TooManyProcedures);
        fault.Column.ShouldBe("Mã TTHC");
        fault.Message.ShouldStartWith("Cột này ghi 2001 mã thủ tục hành chính khác nhau, quá 2000 mã");
        Many("Mã TTHC", number => FormattableString.Invariant($"1.{number:000000}"), 2_000)
            .Outcome.ShouldBe(Outcome.Accepted);
    }

    private static ExportReading Many(string column, Func<int, string> cell, int count = 600)
    {
        var rows = Enumerable.Range(1000, count).Select(n => $"{AnExport.Line(n)};{cell(n)}\n");
        return AnExport.Read(
            $"Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp;{column}\n{string.Concat(rows)}"
        );
    }
}
