using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class MergedCellTests
{
    private static readonly object?[][] ThreeDossiers =
    [
        AWorkbook.Header,
        ["000.19.05.H20-220310-0001", "10/03/2022", null, "Đang xử lý", "Trực tuyến"],
        ["000.19.05.H20-220310-0002", "10/03/2022", null, "Đang xử lý", null],
        ["000.19.05.H20-220310-0003", "10/03/2022", null, "Đang xử lý", null],
        ["000.19.05.H20-220310-0004", "10/03/2022", null, "Đang xử lý", null],
    ];

    [Fact]
    public void A_cell_merged_over_three_dossiers_counts_for_all_of_them() =>
        Channels(ThreeDossiers, (1, 3, 4, 4)).ShouldBe([Channel.Online, Channel.Online, Channel.Online, Channel.Blank]);

    [Fact]
    public void What_a_merged_cell_hides_is_not_what_the_sheet_says()
    {
        object?[][] rows = [.. ThreeDossiers];
        rows[2] = [.. rows[2][..4], "Bưu chính"];
        Channels(rows, (1, 3, 4, 4)).ShouldBe([Channel.Online, Channel.Online, Channel.Online, Channel.Blank]);
    }

    [Fact]
    public void An_empty_merged_cell_says_nothing()
    {
        object?[][] rows = [.. ThreeDossiers];
        rows[1] = [.. rows[1][..4], null];
        rows[2] = [.. rows[2][..4], "Bưu chính"];
        Channels(rows, (1, 3, 4, 4)).ShouldBe([Channel.Blank, Channel.Postal, Channel.Blank, Channel.Blank]);
    }

    [Fact]
    public void A_row_that_has_nothing_of_its_own_belongs_to_the_row_above()
    {
        object?[][] rows = [AWorkbook.Header, ThreeDossiers[1], [null, null, null, null, null]];
        foreach (var content in Both(rows, (1, 2, 0, 0), (1, 2, 1, 1), (1, 2, 3, 3), (1, 2, 4, 4)))
        {
            var reading = AnExport.Read(content);
            reading.Rows.ShouldBe(1);
            reading.Warnings.ShouldHaveSingleItem().Code.ShouldBe(FaultCodes.NoDueColumn);
        }
    }

    [Fact]
    public void A_merged_formula_is_a_formula_for_every_row()
    {
        object?[][] rows = [.. ThreeDossiers];
        rows[1] = [.. rows[1][..4], AWorkbook.Formula("A1", "Trực tuyến")];
        var xlsx = AnExport.Read(AWorkbook.Merged(rows, (1, 3, 4, 4)));
        rows[1][4] = new OldFormula("Trực tuyến");
        var xls = AnExport.Read(new AnOldWorkbook().Make(new OldSheetSpec(rows) { Merged = [(1, 3, 4, 4)] }));
        foreach (var reading in (ExportReading[])[xlsx, xls])
            reading
                .Faults.Select(fault => (fault.Line, fault.Code))
                .ShouldBe([(2, FaultCodes.Formula), (3, FaultCodes.Formula), (4, FaultCodes.Formula)]);
    }

    [Fact]
    public void A_merge_of_the_whole_sheet_costs_nothing()
    {
        // The reader's words are prepared once, whoever reads first.
        AnExport.Lines(AnExport.Line(1));
        foreach (
            var content in Both(
                [
                    ["SỔ THEO DÕI"],
                    .. ThreeDossiers,
                ],
                (0, 65535, 0, 255)
            )
        )
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            AnExport.Read(content);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 * 1024 * 1024);
        }
    }

    private static List<Channel> Channels(object?[][] rows, params (ushort, ushort, ushort, ushort)[] merged)
    {
        var (xlsx, xls) = (Both(rows, merged)[0], Both(rows, merged)[1]);
        var channels = AnExport.Read(xlsx).Kept.Select(row => row.Channel).ToList();
        AnExport.Read(xls).Kept.Select(row => row.Channel).ShouldBe(channels);
        return channels;
    }

    private static byte[][] Both(object?[][] rows, params (ushort, ushort, ushort, ushort)[] merged) =>
        [AWorkbook.Merged(rows, merged), new AnOldWorkbook().Make(new OldSheetSpec(rows) { Merged = merged })];
}
