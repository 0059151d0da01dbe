using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class OldWorkbookTests
{
    private static readonly object?[] Dossier = [AnExport.Dossier, "10/03/2022", null, "Đang xử lý", "Trực tiếp"];

    [Fact]
    public void An_xls_is_read_with_its_own_row_numbers()
    {
        var reading = AnExport.Read(AnOldWorkbook.Of(["SỔ THEO DÕI"], [], [], AWorkbook.Header, Dossier, ["h9", "x"]));
        reading.Format.ShouldBe("XLS, trang thứ 1, tiêu đề ở dòng 4");
        reading.Faults.ShouldAllBe(fault => fault.Line == 6);
        var row = reading.Kept.ShouldHaveSingleItem();
        (row.Finished, row.Status, row.Channel).ShouldBe((null, Status.Processing, Channel.InPerson));
    }

    [Theory]
    [InlineData(44630.0, false)] // 44630 days after 30/12/1899
    [InlineData(44630.99, false)]
    [InlineData(43168.5, true)] // 1462 days fewer in the 1904 system
    public void Serial_days_are_read_in_both_date_systems(double serial, bool date1904)
    {
        object?[][] rows = [AWorkbook.Header, [AnExport.Dossier, serial, null, "Đang xử lý", "BCCI"]];
        var content = new AnOldWorkbook { Date1904 = date1904 }.Make(new OldSheetSpec(rows));
        AnExport.Read(content).OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
    }

    [Theory]
    [InlineData((44630 << 2) | 2)] // an integer
    [InlineData((4463000 << 2) | 3)] // an integer in hundredths
    [InlineData(0x40E5CAC0)] // the upper half of the double 44630
    public void Short_numbers_are_read_in_all_their_forms(int bits)
    {
        byte[] cell =
        [
            .. AnOldWorkbook.Record(0x27E, [.. AnOldWorkbook.Number(1, 1, 15), .. BitConverter.GetBytes(bits)]),
        ];
        var content = AnOldWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, cell, null, "Đang xử lý"]);
        AnExport.Read(content).OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
    }

    [Fact]
    public void Numbers_side_by_side_may_share_a_record()
    {
        var number = BitConverter.GetBytes((44630 << 2) | 2);
        byte[] cells =
        [
            .. AnOldWorkbook.Number(1, 1),
            .. AnOldWorkbook.Number(15),
            .. number,
            .. AnOldWorkbook.Number(15),
            .. number,
            .. AnOldWorkbook.Number(2),
        ];
        var content = AnOldWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, AnOldWorkbook.Record(0xBD, cells)]);
        var row = AnExport.Read(content).OnlyRow();
        (row.Received, row.Finished).ShouldBe((new DateOnly(2022, 3, 10), new DateOnly(2022, 3, 10)));
    }

    [Fact]
    public void A_formula_in_a_kept_cell_refuses_its_row_whatever_its_cached_value()
    {
        var cell = new OldFormula("Trực tiếp");
        var reading = AnExport.Read(
            AnOldWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, "10/03/2022", null, null, cell])
        );
        reading.Fault(FaultCodes.Formula).Column.ShouldBe("Hình thức nộp");
        var day = new OldFormula(44630.0);
        AnExport
            .Read(AnOldWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, "10/03/2022", day]))
            .Fault(FaultCodes.Formula)
            .Column.ShouldBe("Ngày có kết quả");
    }

    [Fact]
    public void A_heading_may_be_a_formula()
    {
        object?[] header = [new OldFormula("Mã hồ sơ"), .. AWorkbook.Header[1..]];
        AnExport.Read(AnOldWorkbook.Of(header, Dossier)).OnlyRow();
    }

    [Fact]
    public void The_first_visible_sheet_with_the_headers_is_read()
    {
        var content = new AnOldWorkbook().Make(
            new OldSheetSpec([AWorkbook.Header, Dossier, Dossier]) { Name = "Ẩn", Hidden = 1 },
            new OldSheetSpec([AWorkbook.Header, Dossier, Dossier]) { Name = "Rất ẩn", Hidden = 2 },
            new OldSheetSpec([AWorkbook.Header, Dossier, Dossier]) { Name = "Biểu đồ", Type = 2 },
            new OldSheetSpec([
                ["Báo cáo"],
            ])
            {
                Name = "Bìa",
            },
            new OldSheetSpec([AWorkbook.Header, Dossier]) { Name = "Số liệu" }
        );
        var reading = AnExport.Read(content);
        reading.Rows.ShouldBe(1);
        reading.Format.ShouldBe("XLS, trang thứ 2, tiêu đề ở dòng 1");
    }

    [Fact]
    public void BIFF5_texts_are_in_their_code_page()
    {
        object?[][] rows =
        [
            [.. AWorkbook.Header.Select(As1258)],
            [.. Dossier.Select(As1258)],
        ];
        var content = new AnOldWorkbook { IsBiff5 = true, CodePage = 1258 }.Make(new OldSheetSpec(rows));
        AnExport.Read(content).OnlyRow().Status.ShouldBe(Status.Processing);
    }

    [Fact]
    public void A_code_page_nobody_knows_waits_in_quarantine()
    {
        var content = new AnOldWorkbook { IsBiff5 = true }.Make(
            new OldSheetSpec([
                ["x"],
            ])
        );
        var at = content.AsSpan().IndexOf(AnOldWorkbook.Record(0x42, AnOldWorkbook.Number(1252)));
        BitConverter.TryWriteBytes(content.AsSpan(at + 4), (ushort)4321);
        AnExport.Read(content).Fault(FaultCodes.UnknownEncoding);
    }

    [Fact]
    public void A_yes_may_be_a_logical_value()
    {
        object?[] header = [.. AWorkbook.Header, "Số hóa"];
        AnExport.Read(AnOldWorkbook.Of(header, [.. Dossier, true])).OnlyRow().Digitised.ShouldBe(true);
    }

    [Fact]
    public void Cells_out_of_their_order_are_put_in_order()
    {
        var sound = new AnOldWorkbook().Stream(new OldSheetSpec([AWorkbook.Header, Dossier]));
        var stream = Swapped(sound);
        AnExport.Read(ACompoundFile.Of(("Workbook", stream))).OnlyRow().Channel.ShouldBe(Channel.InPerson);
    }

    [Fact]
    public void A_workbook_without_a_file_system_around_it_is_read()
    {
        var stream = new AnOldWorkbook().Stream(new OldSheetSpec([AWorkbook.Header, Dossier]));
        AnExport.Read(stream).OnlyRow();
    }

    [Fact]
    public void A_quiet_day_has_a_header_and_no_rows() =>
        AnExport.Read(AnOldWorkbook.Of(AWorkbook.Header)).SpeaksForItsDay.ShouldBeTrue();

    /// <summary>Windows-1258 has vowels with their hats, and the five tones as marks of their own.</summary>
    private static object? As1258(object? cell) =>
        cell is string text ? string.Concat(text.Select(letter => As1258(letter.ToString()))) : cell;

    private static string As1258(string letter)
    {
        const string Tones = "\u0300\u0301\u0303\u0309\u0323";
        var parts = letter.Normalize(NormalizationForm.FormD);
        var vowel = string.Concat(parts.Where(part => !Tones.Contains(part, StringComparison.Ordinal)));
        return vowel.Normalize() + string.Concat(parts.Where(part => Tones.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>The stream with the records of its sheet's cells in reverse.</summary>
    private static byte[] Swapped(byte[] stream)
    {
        var records = new List<(int Id, byte[] Bytes)>();
        for (var at = 0; at < stream.Length; at += records[^1].Bytes.Length)
            records.Add(
                (BitConverter.ToUInt16(stream, at), stream[at..(at + 4 + BitConverter.ToUInt16(stream, at + 2))])
            );
        var cells = records.Where(record => record.Id == 0xFD).Reverse();
        var before = records.TakeWhile(record => record.Id != 0xFD);
        var after = records.Skip(before.Count()).SkipWhile(record => record.Id == 0xFD);
        return [.. before.Concat(cells).Concat(after).SelectMany(record => record.Bytes)];
    }
}
