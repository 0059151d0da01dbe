using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Notices;

/// <summary>The counts a letter rests on, with sums and their parts: received + carried over = finished + open.</summary>
internal static class Figures
{
    private static readonly FigureRow Header = new("STT", "Nội dung", "Số hồ sơ");

    private static readonly (string Mark, string Label, Count Count)[] Lines =
    [
        ("1", "Tiếp nhận trong kỳ", Count.Received),
        ("", "Nộp trực tuyến", Count.ReceivedOnline),
        ("", "Nộp trực tiếp", Count.ReceivedInPerson),
        ("", "Nộp qua dịch vụ bưu chính công ích", Count.ReceivedPostal),
        ("", "Chưa xác định được hình thức nộp", Count.ReceivedUnknownChannel),
        ("2", "Từ kỳ trước chuyển sang", Count.CarriedOver),
        ("3", "Đã giải quyết", Count.Finished),
        ("", "Trước hạn", Count.Early),
        ("", "Đúng hạn", Count.OnTime),
        ("", "Quá hạn", Count.Overdue),
        ("", "Trong số đúng hạn: chưa xác định được hạn trả", Count.FinishedUnknownDue),
        ("", "Ngày giải quyết xong suy từ ngày của tệp số liệu", Count.FinishedInferred),
        ("4", "Đang giải quyết", Count.Open),
        ("", "Trong hạn", Count.OpenInTime),
        ("", "Quá hạn", Count.OpenOverdue),
        ("", "Trong số trong hạn: chưa xác định được hạn trả", Count.OpenUnknownDue),
        ("5", "Đã trả kết quả", Count.Returned),
        ("", "Trả qua dịch vụ bưu chính công ích", Count.ReturnedPostal),
        ("", "Chưa xác định được hình thức trả kết quả", Count.ReturnedUnknownChannel),
        ("", "Chưa tính vì chưa xác định được ngày trả kết quả", Count.ReturnedUnknownDay),
    ];

    /// <summary>Figures of data quality: they stand only where there is something to say.</summary>
    private static readonly Count[] Doubtful =
    [
        Count.FinishedUnknownDue,
        Count.FinishedInferred,
        Count.OpenUnknownDue,
        Count.ReturnedUnknownDay,
    ];

    public static FigureTable Of(Tally tally) => Of(tally, tally);

    /// <summary>The same with the lines that another table beside it has.</summary>
    public static FigureTable Of(Tally tally, Tally beside) =>
        new(
            Header,
            [
                .. Lines
                    .Where(line => !Doubtful.Contains(line.Count) || tally[line.Count] + beside[line.Count] > 0)
                    .Select(line => new FigureRow(line.Mark, line.Label, Vietnamese.Figure(tally[line.Count]))),
            ]
        );
}
