using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class AnyShiftTests
{
    private static readonly string[] Headers =
    [
        "STT",
        "Mã hồ sơ",
        "Chủ hồ sơ",
        "Ngày tiếp nhận",
        "Ngày hẹn trả",
        "Ngày có kết quả",
        "Ngày trả kết quả",
        "Trạng thái",
        "Hình thức nộp",
        "Hình thức trả kết quả",
        "Mức độ DVC",
        "Mã TTHC",
    ];

    private static readonly string[] Cells =
    [
        "1",
        AnExport.Dossier,
        "Nguyễn A",
        "10/03/2022",
        "14/03/2022",
        "11/03/2022",
        "12/03/2022",
        "Đã trả kết quả",
        "Qua mạng",
        "BCCI",
        "Toàn trình",
        "1.001193.000.00.00.H20",
    ];

    private static readonly KeptRow Truth = Read(1, Cells, asWorkbook: false).OnlyRow();

    public static TheoryData<int, int, bool> Shifts()
    {
        var shifts = new TheoryData<int, int, bool>();
        for (var from = 0; from < Headers.Length; from++)
        {
            for (var rows = 1; rows <= 4; rows++)
            {
                shifts.Add(from, rows, true);
                shifts.Add(from, rows, false);
            }
        }
        return shifts;
    }

    [Theory, MemberData(nameof(Shifts))]
    public void A_cell_left_out_never_lets_another_be_read_for_it(int from, int rows, bool asWorkbook) =>
        ShouldNotMislead(Read(rows, [.. Cells[..from], .. Cells[(from + 1)..]], asWorkbook));

    [Theory, MemberData(nameof(Shifts))]
    public void A_blank_cell_too_many_never_lets_another_be_read_for_it(int from, int rows, bool asWorkbook) =>
        ShouldNotMislead(Read(rows, [.. Cells[..from], "", .. Cells[from..]], asWorkbook));

    [Theory, MemberData(nameof(Shifts))]
    public void A_text_too_many_never_lets_another_be_read_for_it(int from, int rows, bool asWorkbook) =>
        ShouldNotMislead(Read(rows, [.. Cells[..from], "x", .. Cells[from..]], asWorkbook));

    /// <summary>Nothing kept, or what is true; a value may be missing.</summary>
    private static void ShouldNotMislead(ExportReading reading)
    {
        foreach (var kept in reading.Kept)
        {
            kept.Received.ShouldBe(Truth.Received);
            ShouldBeTrueOrMissing(kept.Due, Truth.Due);
            ShouldBeTrueOrMissing(kept.Finished, Truth.Finished);
            ShouldBeTrueOrMissing(kept.Returned, Truth.Returned);
            ShouldBeTrueOrMissing(kept.Status, Truth.Status);
            ShouldBeTrueOrMissing(kept.Level, Truth.Level);
            kept.Channel.ShouldBe(Truth.Channel);
            kept.ReturnChannel.ShouldBe(Truth.ReturnChannel);
            (kept.Procedure ?? Truth.Procedure).ShouldBe(Truth.Procedure);
        }
        if (reading.Kept.Count == 0)
            reading.Faults.ShouldNotBeEmpty();
    }

    private static void ShouldBeTrueOrMissing<T>(T? value, T? truth)
        where T : struct => (value ?? truth).ShouldBe(truth);

    private static ExportReading Read(int rows, string[] cells, bool asWorkbook)
    {
        var lines = Enumerable.Repeat(cells, rows).Prepend(Headers);
        return asWorkbook
            ? AnExport.Read(AWorkbook.Of([.. lines.Select(line => line.Cast<object?>().ToArray())]))
            : AnExport.Read(string.Join('\n', lines.Select(line => string.Join(';', line))));
    }
}
