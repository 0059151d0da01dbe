using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class WarningTests
{
    [Theory]
    [InlineData("Hình thức nộp", "Zalo", FaultCodes.ChannelUnknown)]
    [InlineData("Hình thức nhận kết quả", "Tại xã", FaultCodes.ChannelUnknown)]
    [InlineData("Mức độ DVC", "cao", FaultCodes.LevelUnknown)]
    [InlineData("Số hóa", "đang làm", FaultCodes.YesNoUnknown)]
    [InlineData("Thanh toán", "chuyển khoản", FaultCodes.YesNoUnknown)]
    [InlineData("Mã TTHC", "0912345678", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "Khai sinh", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "QT-01", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "087203001234", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "0.912345", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "1.23456789", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "1.001193.Minh99", FaultCodes.ProcedureBad)]
    [InlineData("Mã TTHC", "NGUYEN", FaultCodes.ProcedureBad)]
    [InlineData("Lĩnh vực", "Hộ tịch 0912345678", FaultCodes.FieldBad)]
    [InlineData("Lĩnh vực", "a@b.vn", FaultCodes.FieldBad)]
    [InlineData("Đơn vị tiếp nhận", "Bộ phận Một cửa", FaultCodes.UnitTextUnknown)]
    public void A_text_that_is_not_known_is_left_out_with_a_warning(string header, string cell, string code)
    {
        var reading = AnExport.With((header, cell));
        reading.Outcome.ShouldBe(Outcome.Accepted);
        var warning = reading.Warnings.ShouldHaveSingleItem();
        (warning.Line, warning.Column, warning.Code).ShouldBe((2, header, code));
        var row = reading.OnlyRow();
        (row.Level, row.Digitised, row.PaidOnline, row.Procedure, row.Field).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void An_unknown_channel_is_not_a_blank_one()
    {
        AnExport.With(("Hình thức nộp", "Zalo")).OnlyRow().Channel.ShouldBe(Channel.Unrecognised);
        AnExport.With(("Hình thức nộp", "")).OnlyRow().Channel.ShouldBe(Channel.Blank);
    }

    [Fact]
    public void The_same_unknown_text_on_many_lines_is_one_warning_with_their_number()
    {
        var lines = Enumerable
            .Range(1, 30)
            .Select(AnExport.Line)
            .Select(line => line.Replace("Trực tiếp", "Zalo", StringComparison.Ordinal));
        var warning = AnExport.Lines([.. lines]).Warning(FaultCodes.ChannelUnknown);
        warning.Line.ShouldBe(2);
        warning.Message.ShouldBe("Không nhận ra (chữ, 4 ký tự); coi như không rõ (30 dòng, đầu tiên là dòng 2).");
    }

    [Fact]
    public void A_file_without_a_channel_column_is_told_once()
    {
        var reading = AnExport.Read($"Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};10/03/2022;\n");
        reading.Warning(FaultCodes.NoChannelColumn).Line.ShouldBe(0);
        reading.Columns.HasFlag(KeptColumns.Channel).ShouldBeFalse();
    }

    [Fact]
    public void What_happened_after_the_as_of_date_is_a_warning() =>
        AnExport
            .With(("Ngày có kết quả", "16/03/2022"))
            .Warning(FaultCodes.DateAfterAsOf)
            .Message.ShouldBe("Ngày 16/03/2022 sau ngày của số liệu (15/03/2022).");

    [Fact]
    public void Another_day_inside_the_code_is_a_warning()
    {
        var reading = AnExport.With(("Ngày tiếp nhận", "11/03/2022"));
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Warning(FaultCodes.CodeDateDiffers).Column.ShouldBe("Mã hồ sơ");
    }

    [Fact]
    public void A_levels_bare_number_is_known_until_June_2026_only()
    {
        Level("4", new DateOnly(2026, 6, 30)).ShouldBe(CCHC.Pipeline.Intake.Level.Full);
        Level("Mức độ 4", new DateOnly(2026, 7, 1)).ShouldBeNull();
        Level("Toàn trình", new DateOnly(2026, 7, 1)).ShouldBe(CCHC.Pipeline.Intake.Level.Full);
    }

    [Fact]
    public void Without_a_date_in_name_or_title_levels_are_read_as_of_the_rows_latest_day() =>
        Level("4", new DateOnly(2026, 6, 30), file: "hoso.csv").ShouldBe(CCHC.Pipeline.Intake.Level.Full);

    private static Level? Level(string text, DateOnly asOf, string? file = null)
    {
        var csv = FormattableString.Invariant(
            $"Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\tMức độ\u0020DVC\nH20.1-260630-0001\t30/06/2026\t\t{text}\n"
        );
        var upload = AnExport.Upload(
            System.Text.Encoding.UTF8.GetBytes(csv),
            file ?? FormattableString.Invariant($"{asOf:yyyy-MM-dd}.csv"),
            "29971",
            new DateTimeOffset(2026, 7, 15, 0, 0, 0, TimeSpan.Zero)
        );
        return AnExport.Reader.Read(upload).OnlyRow().Level;
    }
}
