using System.Globalization;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Serving.Live;

/// <summary>Live figures as staff read them: the same parts for the block of a terminal and for the plain line.</summary>
public static class LiveWords
{
    private const string Unknown = "chưa xem";

    /// <summary>Every part with its heading, in the order of the flow.</summary>
    public static IReadOnlyList<(string Heading, string Text)> Of(LiveSnapshot seen) =>
        [
            ("Đã nạp", $"{Number(seen.Sum("cchc.exports"))} tệp{Among(seen, "cchc.exports", OutcomeWord)}"),
            ("Dòng", Rows(seen)),
            ("Đang chờ", Waiting(seen)),
            ("Đơn vị chậm", Reading(seen.Reading("cchc.units.late"), "đơn vị")),
            ("Đánh giá", $"{Number(seen.Sum("cchc.reviews"))} kỳ đã xong; {Overdue(seen)}"),
            ("Văn bản", $"{Number(seen.Sum("cchc.notices"))}{Among(seen, "cchc.notices", KindWord)}"),
            ("Thư", $"{Number(seen.Sum("cchc.mails"))} lần gửi{Among(seen, "cchc.mails", StateWord)}; {Outbox(seen)}"),
            (
                "Phải xử lý tay",
                Reading(seen.SumOfReadings("cchc.poison"), "việc") + Among(seen, "cchc.poison", PoisonWord)
            ),
            ("Gần nhất", Last(seen.Last)),
        ];

    /// <summary>All parts in one line.</summary>
    public static string Line(LiveSnapshot seen) =>
        string.Join(" | ", Of(seen).Select(part => $"{part.Heading}: {part.Text}"));

    private static string Rows(LiveSnapshot seen) =>
        $"{Number(seen.Counts.GetValueOrDefault(("cchc.rows", "accepted")))} nhận, "
        + $"{Number(seen.Counts.GetValueOrDefault(("cchc.rows", "refused")))} từ chối";

    private static string Waiting(LiveSnapshot seen) =>
        seen.Reading("cchc.exports.waiting") switch
        {
            null => Unknown,
            0 => "0 tệp",
            { } waiting => $"{Number(waiting)} tệp, lâu nhất {Age(seen.Reading("cchc.exports.oldest_age") ?? 0)}",
        };

    private static string Overdue(LiveSnapshot seen) =>
        seen.Reading("cchc.reviews.overdue") is { } overdue ? $"{Number(overdue)} kỳ quá ngày" : Unknown;

    private static string Outbox(LiveSnapshot seen) =>
        seen.SumOfReadings("cchc.outbox") is { } unsent
            ? $"hộp thư đi còn {Number(unsent)}{Among(seen, "cchc.outbox", StateWord)}"
            : Unknown;

    private static string Reading(long? value, string thing) => value is { } read ? $"{Number(read)} {thing}" : Unknown;

    private static string Among(LiveSnapshot seen, string name, Func<string, string> say)
    {
        var parts = seen.Words(name).Select(each => $"{Number(each.Value)} {say(each.Word)}").ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private static string Last(LiveEvent? last) =>
        last is null
            ? "chưa có gì"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{TimeZoneInfo.ConvertTime(last.At, VietnamTime.Zone):HH:mm:ss dd/MM} {What(last)}"
            );

    private static string What(LiveEvent last) =>
        last.Name switch
        {
            "cchc.exports" => $"nạp một tệp: {OutcomeWord(last.Word)}",
            "cchc.reviews" => "chốt một kỳ",
            "cchc.notices" => $"soạn xong: {KindWord(last.Word)}",
            "cchc.mails" => $"thư {StateWord(last.Word)}",
            _ => last.Name,
        };

    private static string Age(long seconds) =>
        seconds < 60 ? $"{Number(seconds)} giây"
        : seconds < 3600 ? $"{Number(seconds / 60)} phút"
        : $"{Number(seconds / 3600)} giờ";

    private static string OutcomeWord(string word) =>
        Enum.TryParse<Outcome>(word, ignoreCase: true, out var outcome) ? Words.Of(outcome) : word;

    private static string KindWord(string word) =>
        word switch
        {
            "corrective" => "công văn chấn chỉnh",
            "data-request" => "công văn đề nghị số liệu",
            "correction" => "đính chính",
            "issued" => "công văn đã phát hành",
            "reports" => "bộ báo cáo",
            _ => word,
        };

    private static string StateWord(string word) =>
        word switch
        {
            "pending" => "đang chờ",
            "sent" => "đã gửi",
            "failed" => "không gửi được",
            "held" => "giữ lại",
            _ => word,
        };

    private static string PoisonWord(string word) =>
        word switch
        {
            "exports" => "tệp xuất",
            "checklists" => "bảng kiểm tra",
            "notices" => "công văn",
            "outbox" => "thư",
            "unreadable" => "tin không đọc được",
            "unmarked" => "tin chưa ghi nhận",
            _ => word,
        };

    private static string Number(long number) => Vietnamese.Figure((int)Math.Min(number, int.MaxValue));
}
