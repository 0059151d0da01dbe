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
        ("4", "Đang giải quyết", Count.Open),
        ("", "Trong hạn", Count.OpenInTime),
        ("", "Quá hạn", Count.OpenOverdue),
        ("5", "Đã trả kết quả", Count.Returned),
        ("", "Trả qua dịch vụ bưu chính công ích", Count.ReturnedPostal),
        ("", "Chưa xác định được hình thức trả kết quả", Count.ReturnedUnknownChannel),
    ];

    public static FigureTable Of(Tally tally) =>
        new(
            Header,
            [.. Lines.Select(line => new FigureRow(line.Mark, line.Label, Vietnamese.Figure(tally[line.Count])))]
        );
}
