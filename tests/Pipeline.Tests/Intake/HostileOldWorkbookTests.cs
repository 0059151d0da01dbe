using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HostileOldWorkbookTests
{
    private static readonly object?[] Dossier = [AnExport.Dossier, "10/03/2022", null, "Đang xử lý", "Trực tiếp"];
    private static readonly byte[] Sound = AnOldWorkbook.Of(AWorkbook.Header, Dossier);
    private static readonly byte[] Billions = BitConverter.GetBytes(0x7FFFFFFF);

    [Fact]
    public void An_xls_cut_off_anywhere_is_corrupt()
    {
        for (var part = 1; part < 20; part++)
            Refused(Sound[..(Sound.Length * part / 20)], FaultCodes.Corrupt);
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var content = (byte[])Sound.Clone();
            for (var i = 0; i < 5; i++)
                content[random.Next(8, content.Length)] = (byte)random.Next(256);
            AnExport.Read(content).Outcome.ShouldBeOneOf([.. Enum.GetValues<Outcome>()]);
        }
    }

    [Fact]
    public void A_chain_of_sectors_that_turns_back_is_corrupt()
    {
        var content = (byte[])Sound.Clone();
        BitConverter.TryWriteBytes(content.AsSpan(ACompoundFile.Sector + 4 * 4), 2);
        Refused(content, FaultCodes.Corrupt);
    }

    [Fact]
    public void Two_billion_shared_texts_cost_no_more_than_there_are_bytes()
    {
        byte[] texts = [.. Billions, .. Billions, 1, 0, 0, (byte)'a'];
        var cell = AnOldWorkbook.Record(0xFD, [.. AnOldWorkbook.Number(0, 0, 15), .. Billions]);
        var stream = new AnOldWorkbook { First = AnOldWorkbook.Record(0xFC, texts) }.Stream(
            new OldSheetSpec([
                [cell],
            ])
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(stream, FaultCodes.Corrupt);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 * 1024 * 1024);
    }

    [Fact]
    public void Millions_of_empty_shared_texts_are_refused_before_they_fill_the_memory()
    {
        var piece = AnOldWorkbook.Record(0x3C, new byte[3 * 2740]);
        byte[] texts = [.. AnOldWorkbook.Record(0xFC, [.. Billions, .. Billions, 0, 0, 0])];
        using var first = new MemoryStream();
        first.Write(texts);
        for (var i = 0; i < 3500; i++)
            first.Write(piece);
        var cell = AnOldWorkbook.Record(0xFD, [.. AnOldWorkbook.Number(0, 0, 15), 0, 0, 0, 0]);
        var stream = new AnOldWorkbook { First = first.ToArray() }.Stream(
            new OldSheetSpec([
                [cell],
            ])
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(stream, FaultCodes.UnpacksTooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(160 * 1024 * 1024);
    }

    [Fact]
    public void A_sheet_said_to_stand_beyond_the_end_is_corrupt()
    {
        var listed = AnOldWorkbook.Record(0x85, [.. Billions, 0, 0, 1, 0, (byte)'S']);
        Refused(new AnOldWorkbook { First = listed }.Make(new OldSheetSpec([Dossier])), FaultCodes.Corrupt);
    }

    [Fact]
    public void Two_sheets_at_one_place_are_corrupt()
    {
        var stream = new AnOldWorkbook().Stream(new OldSheetSpec([AWorkbook.Header]), new OldSheetSpec([Dossier]));
        var listed = stream.AsSpan().IndexOf(AnOldWorkbook.Number(0x85));
        var second = listed + 4 + stream[listed + 2];
        stream.AsSpan(listed + 4, 4).CopyTo(stream.AsSpan(second + 4));
        Refused(stream, FaultCodes.Corrupt);
    }

    [Fact]
    public void Thousands_of_sheets_are_refused()
    {
        var sheets = Enumerable.Repeat(new OldSheetSpec([]), 1001).ToArray();
        Refused(new AnOldWorkbook().Stream(sheets), FaultCodes.UnpacksTooLarge);
    }

    [Fact]
    public void A_cell_that_stands_twice_is_corrupt()
    {
        var again = AnOldWorkbook.Record(0x27E, [.. AnOldWorkbook.Number(1, 4, 15), 6, 0, 0, 0]);
        Refused(AnOldWorkbook.Of(AWorkbook.Header, [.. Dossier, again]), FaultCodes.Corrupt);
    }

    [Fact]
    public void A_text_that_is_not_all_there_is_corrupt()
    {
        var cell = AnOldWorkbook.Record(0x204, [.. AnOldWorkbook.Number(1, 4, 15, 500), 0, .. "Trực"u8]);
        Refused(AnOldWorkbook.Of(AWorkbook.Header, [.. Dossier[..4], cell]), FaultCodes.Corrupt);
    }

    [Fact]
    public void Columns_and_rows_far_out_cost_nothing()
    {
        var dimensions = AnOldWorkbook.Record(0x200, [.. new byte[4], .. Billions, 0, 0, 0xFF, 0xFF, 0, 0]);
        var far = AnOldWorkbook.Record(0x27E, [.. AnOldWorkbook.Number(1, 65535, 15), 6, 0, 0, 0]);
        AnExport.Read(AnOldWorkbook.Of([dimensions, .. AWorkbook.Header[1..]], [.. Dossier, far]));
        AnExport.Read(AnOldWorkbook.Of(AWorkbook.Header, [.. Dossier, far])).OnlyRow();
    }

    [Fact]
    public void A_shared_text_may_run_on_into_the_next_record_and_change_its_width()
    {
        byte[] texts = [1, 0, 0, 0, 1, 0, 0, 0, 10, 0, 0, .. Encoding.Latin1.GetBytes("Tr")];
        byte[] first =
        [
            .. AnOldWorkbook.Record(0xFC, texts),
            .. AnOldWorkbook.Record(0x3C, [1, .. Encoding.Unicode.GetBytes("ực tuy")]),
            .. AnOldWorkbook.Record(0x3C, [1, .. Encoding.Unicode.GetBytes("ến")]),
        ];
        var channel = AnOldWorkbook.Record(0xFD, [.. AnOldWorkbook.Number(1, 4, 15), 0, 0, 0, 0]);
        object?[] header = [.. AWorkbook.Header.Select((text, column) => Label(0, column, (string)text!))];
        object?[] row =
        [
            Label(1, 0, AnExport.Dossier),
            Label(1, 1, "10/03/2022"),
            null,
            Label(1, 3, "Đang xử lý"),
            channel,
        ];
        var content = new AnOldWorkbook { First = first }.Make(new OldSheetSpec([header, row]));
        AnExport.Read(content).OnlyRow().Channel.ShouldBe(Channel.Online);
    }

    private static byte[] Label(int row, int column, string text) =>
        AnOldWorkbook.Record(
            0x204,
            [.. AnOldWorkbook.Number(row, column, 15, text.Length), 1, .. Encoding.Unicode.GetBytes(text)]
        );

    private static void Refused(byte[] content, string code)
    {
        var reading = AnExport.Read(content);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Faults[0].Code.ShouldBe(code);
    }
}
