using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using static CCHC.Pipeline.Tests.Checklists.SomeChecklist;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>Which lines of a file count, and when none does.</summary>
public class ChecklistFileTests
{
    [Fact]
    public void Lines_are_kept_with_where_they_stand()
    {
        var reading = Read(
            Header + Line("printers", "2") + Line("scanners", "", unit: "29962") + Line("scanners", "1")
        );

        (reading.Outcome, reading.Period, reading.Lines, reading.Blank).ShouldBe((Outcome.Accepted, "2022-Q1", 2, 1));
        reading.Kept.ShouldBe([
            new("2022-Q1", "29956", "printers", new Answer(Number: 2), "", "phieu.csv", 2, UploadedAt),
            new("2022-Q1", "29956", "scanners", new Answer(Number: 1), "", "phieu.csv", 4, UploadedAt),
        ]);
        reading.Message.ShouldBe("Đã nhận đủ 2 dòng của kỳ 2022-Q1; 1 dòng để trống được coi là không đủ dữ liệu.");
    }

    [Fact]
    public void Columns_stand_in_any_order_under_titles()
    {
        var reading = Read(
            "PHIẾU KIỂM TRA\nQuý I năm 2022\nKết quả;Mã tiêu chí;Mã đơn vị;Kỳ\n2;printers;29956;2022-Q1\n;;;\n;Người lập biểu;;\n"
        );
        // A signature is no line.
        reading.Faults.ShouldBeEmpty();
        reading.Kept.ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("Quý I/2022")]
    [InlineData("quý 1 năm 2022")]
    [InlineData("QUÝ I NĂM 2022")]
    [InlineData("Q1/2022")]
    [InlineData("Q.I-2022")]
    [InlineData("I/2022")]
    [InlineData("2022Q1")]
    [InlineData("2022-q1")]
    [InlineData("Năm 2022, quý I")]
    [InlineData("Quy 1 2022")]
    [InlineData("Kỳ quý I.2022")]
    public void A_quarter_is_understood_as_people_write_it(string period) =>
        Read(Header + Line("printers", "2", period: $"\"{period}\""))
            .Kept.ShouldHaveSingleItem()
            .Period.ShouldBe("2022-Q1");

    [Theory]
    [InlineData("1/2022")]
    [InlineData("Quý V/2022")]
    [InlineData("Quý 5 năm 2022")]
    [InlineData("IIII/2022")]
    [InlineData("Tháng 1 năm 2022")]
    [InlineData("Quý I/22")]
    public void What_is_no_quarter_of_a_year_is_not_guessed(string period) =>
        Read(Header + Line("printers", "2", period: $"\"{period}\""))
            .Faults.ShouldHaveSingleItem()
            .Code.ShouldBe("period-bad");

    [Theory]
    [InlineData("Có", "")]
    [InlineData("3", "")]
    [InlineData("https://xa.example.vn/ns", "")]
    [InlineData("", "20/01/2022")]
    public void A_line_with_an_answer_and_no_keys_is_told_wherever_it_stands(string result, string day)
    {
        var reading = Read(Header + Line("printers", "2") + $",,,,,,{result},{day},\n");

        (reading.Outcome, reading.Kept.Count).ShouldBe((Outcome.Partly, 1));
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((3, "Kỳ", "key-missing"));
    }

    [Fact]
    public void A_line_above_others_that_holds_anything_and_no_keys_is_no_signature()
    {
        var signed = ",,,,,,Người lập biểu,,\n";

        var reading = Read(Header + ",,,,,,Đã làm rồi,,\n" + Line("printers", "2") + signed);

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((2, "Mã đơn vị", "key-missing"));
        (reading.Lines, reading.Refused, reading.Kept.Count).ShouldBe((2, 1, 1));
    }

    [Theory]
    [InlineData("30001", "printers", "2022-Q1", "unknown-unit", "Mã đơn vị")]
    [InlineData("29971-20250701", "printers", "2022-Q1", "unknown-unit", "Mã đơn vị")]
    [InlineData("29956", "speed", "2022-Q1", "criterion-unknown", "Mã tiêu chí")]
    [InlineData("29956", "", "2022-Q1", "key-missing", "Mã tiêu chí")]
    [InlineData("", "printers", "2022-Q1", "key-missing", "Mã đơn vị")]
    [InlineData("29956", "printers", "", "key-missing", "Kỳ")]
    [InlineData("29956", "printers", "Quý I", "period-bad", "Kỳ")]
    [InlineData("29956", "printers", "2022-M03", "period-bad", "Kỳ")]
    [InlineData("29956", "printers", "2022-Q2", "other-period", "Kỳ")]
    public void A_line_about_nothing_known_is_refused(
        string unit,
        string criterion,
        string period,
        string code,
        string column
    )
    {
        var reading = Read(Header + Line("scanners", "1") + Line(criterion, "2", unit: unit, period: period));

        (reading.Outcome, reading.Kept.Count).ShouldBe((Outcome.Partly, 1));
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((3, column, code));
    }

    [Fact]
    public void What_is_not_in_force_on_the_quarters_last_day_is_refused()
    {
        Read(Header + Line("plan-issued", "Chưa", period: "2023-Q1"))
            .Faults.ShouldHaveSingleItem()
            .Code.ShouldBe("criterion-not-in-force");
        // The communes of 2022 ended with June 2025.
        Read(Header + Line("printers", "1", period: "2025-Q3"))
            .Faults.ShouldHaveSingleItem()
            .Code.ShouldBe("unit-not-valid");
    }

    [Fact]
    public void A_name_beside_another_ones_code_is_refused()
    {
        var unit = Read(Header + "2022-Q1,29956,Xã Long Thuận,printers,,,2,,\n");
        unit.Faults.ShouldHaveSingleItem().Code.ShouldBe("other-unit");
        var criterion = Read(Header + "2022-Q1,29956,,printers,Máy quét tại Bộ phận Tiếp nhận và Trả kết quả,,2,,\n");
        criterion.Faults.ShouldHaveSingleItem().Code.ShouldBe("other-criterion");
        var neither = Read(Header + "2022-Q1,29956,TP1,printers,Máy in,,2,,\n");
        (neither.Kept.Count, neither.Warnings.Single().Code).ShouldBe((1, "unit-text-unknown"));
    }

    [Fact]
    public void Of_two_lines_about_one_matter_the_lower_counts()
    {
        var reading = Read(Header + Line("printers", "2") + Line("printers", "3"));
        reading.Kept.ShouldHaveSingleItem().Answer.Number.ShouldBe(3);
        reading.Warnings.ShouldHaveSingleItem().Code.ShouldBe("repeated-line");
    }

    [Fact]
    public void More_than_a_fifth_and_at_least_five_refused_lines_refuse_the_file()
    {
        var four = string.Concat(Enumerable.Repeat(Line("printers", "nhiều"), 4));
        Read(Header + four + Line("scanners", "1")).Kept.Count.ShouldBe(1);

        var reading = Read(Header + four + Line("printers", "nhiều") + Line("scanners", "1"));
        (reading.Outcome, reading.Kept.Count, reading.Accepted).ShouldBe((Outcome.Refused, 0, 0));
        reading.Faults[0].Code.ShouldBe("too-many-refused");
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("Kỳ,Mã đơn vị,Mã tiêu chí\n2022-Q1,29956,printers\n", "column-missing")]
    [InlineData("Mã hồ sơ,Ngày tiếp nhận\n", "column-missing")]
    [InlineData("Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Kết quả\n2022-Q1,29956,printers,1,2\n", "duplicate-header")]
    public void A_file_that_is_no_checklist_is_told_so(string csv, string code)
    {
        var reading = Read(csv);
        reading.Outcome.ShouldBeOneOf(Outcome.Refused, Outcome.Quarantined);
        reading.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
        reading.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void Unicode_text_and_decomposed_letters_read_alike()
    {
        var csv = Header + Line("printers", "2", evidence: "Biên bản số 02/BB-KT");
        var plain = Read(csv).Kept;
        Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(csv)).ToArray()).Kept.ShouldBe(plain);
        Read(csv.Normalize(NormalizationForm.FormD)).Kept.ShouldBe(plain);
        Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray()).Kept.ShouldBe(plain);
    }
}
