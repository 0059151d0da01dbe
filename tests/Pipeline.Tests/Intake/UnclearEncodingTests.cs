using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Headers without diacritics, and no known word that would tell the encoding.</summary>
public class UnclearEncodingTests
{
    private const string Headers = "Ma ho so;Ngay tiep nhan;Trang thai;Linh vuc;Ghi chu\n";

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void A_kept_text_that_may_be_one_thing_or_another_waits_in_quarantine(string encoding)
    {
        var reading = AnExport.Read(
            AnEncoding.Write($"{Headers}{Line("", "processing")}{Line("Hộ tịch", "new")}", encoding)
        );
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        var fault = reading.Fault(FaultCodes.EncodingUnclear);
        fault.Line.ShouldBe(3);
        fault.Message.ShouldContain("\"Linh vuc\"");
        reading.Message.ShouldNotContain("tịch");
    }

    [Fact]
    public void Where_nothing_of_it_is_kept_the_encoding_does_not_matter()
    {
        var reading = AnExport.Read(AnEncoding.Write(Headers + Line("", "new", "Nguyễn"), "VISCII"));
        reading.OnlyRow().Status.ShouldBe(Status.New);
        reading.Format.ShouldStartWith("Windows-1252, dấu ';'");
    }

    [Fact]
    public void A_known_word_far_below_decides_for_itself_only()
    {
        var lines = string.Concat(Enumerable.Repeat(Line("", "new"), 300)) + Line("", "Đang xử lý");
        AnExport.Read(AnEncoding.Write(Headers + lines, "TCVN3 (ABC)")).Outcome.ShouldBe(Outcome.Quarantined);
    }

    [Fact]
    public void Unicode_stands_though_a_sign_in_it_is_rare()
    {
        var reading = AnExport.Read(Headers + Line("Hộ tịch", "new", "§ 5, 100 m²"));
        reading.OnlyRow().Field.ShouldBe("Hộ tịch");
        reading.Format.ShouldStartWith("UTF-8, dấu ';'");
    }

    [Fact]
    public void Text_of_an_old_font_in_Unicode_is_never_kept_as_it_stands()
    {
        var reading = AnExport.Read(Headers + Line(AnEncoding.Image("Hộ tịch", "TCVN3 (ABC)"), "new"));
        reading.Fault(FaultCodes.EncodingUnclear).Line.ShouldBe(2);
    }

    [Fact]
    public void A_field_in_an_old_font_far_below_is_unknown()
    {
        var lines =
            string.Concat(Enumerable.Repeat(Line("", "Đang xử lý"), 300))
            + Line(AnEncoding.Image("Hộ tịch", "TCVN3 (ABC)"), "");
        var reading = AnExport.Read(Headers + lines);
        reading.Warnings.ShouldContain(warning => warning.Code == FaultCodes.FieldBad && warning.Line == 302);
        reading.OnlyRow().Field.ShouldBeNull();
    }

    [Fact]
    public void Unicode_headers_over_an_old_font_are_read_together()
    {
        var cell = AnEncoding.Image("Đang xử lý", "VNI");
        var field = AnEncoding.Image("Hộ tịch", "VNI");
        var csv = $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực\n{AnExport.Dossier};10/03/2022;{cell};{field}\n";
        var row = AnExport.Read(csv).OnlyRow();
        (row.Status, row.Field).ShouldBe((Status.Processing, "Hộ tịch"));
    }

    [Fact]
    public void Where_two_scripts_are_mixed_a_text_that_is_one_in_both_waits_in_quarantine()
    {
        // "Thú y" in TCVN3 looks like "Thó y".
        var cell = AnEncoding.Image("Đang xử lý", "TCVN3 (ABC)");
        var csv = $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực\n{AnExport.Dossier};10/03/2022;{cell};Thó y\n";
        AnExport.Read(csv).Fault(FaultCodes.EncodingUnclear).Column.ShouldBeEmpty();
    }

    [Fact]
    public void An_encoding_that_nobody_knows_waits_in_quarantine() =>
        AnExport
            .Read(Encoding.Latin1.GetBytes("Größe;Straße;Übung\nä;ö;ü\n"))
            .Fault(FaultCodes.UnknownEncoding)
            .Message.ShouldContain("UTF-8");

    [Fact]
    public void A_missing_column_is_named_in_an_old_encoding_too() =>
        AnExport
            .Read(AnEncoding.Write("Mã hồ sơ;Trạng thái;Người nộp\n", "VNI"))
            .Fault(FaultCodes.ColumnMissing)
            .Message.ShouldBe(
                "Không nhận ra cột \"Ngày tiếp nhận\". Các tiêu đề đã đọc: Mã hồ sơ; Trạng thái; Người nộp."
            );

    private static string Line(string field, string status, string note = "") =>
        $"{AnExport.Dossier};10/03/2022;{status};{field};{note}\n";
}
