using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Notices;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>How a sample was read, for those who write profiles.</summary>
internal static class SampleTables
{
    private const int FaultsShown = 20;

    public static void Print(Screen screen, SourceProfile profile, SampleReport report)
    {
        var reading = report.Reading;
        screen.Print($"Mẫu '{profile.Name}' đọc được, không có lỗi.");
        screen.Print($"Tệp: {(reading.Format.Length > 0 ? reading.Format : "không đọc được")}.");
        screen.Print(Recognised(profile, report.Recognised));
        screen.Print($"Số liệu đến ngày {Words.Day(reading.AsOf)} ({Source(report.AsOfSource)}).");
        Print(screen, "Tiêu đề:", Headers(report.Headers), report.Headers.Count);
        Print(screen, "Giá trị:", Texts("Giá trị", report.Values), report.Values.Count);
        if (report.Values.Any(use => use.Meaning is null))
            screen.Print(
                "Giá trị chưa hiểu chỉ in nguyên văn khi ngắn, không có chữ số và lặp lại; còn lại chỉ tả hình dạng."
            );
        Print(screen, "Ngày:", Texts("Dạng", report.Dates), report.Dates.Count);
        screen.Print();
        screen.Print(
            $"Kết quả: {Words.Of(reading.Outcome)}; {Vietnamese.Figure(reading.Rows)} dòng, nhận {Vietnamese.Figure(reading.Accepted)}, lỗi {Vietnamese.Figure(reading.Refused)}."
        );
        screen.Print(reading.Message);
        Unknown(screen, report);
        foreach (var column in profile.Absent.Where(absent => report.Headers.Any(use => use.Meaning == absent)))
            screen.Print($"Mẫu nói không có cột {column} (absent), nhưng tệp có: hãy bỏ mục đó khỏi mẫu.");
        List<RowFault> told = [.. reading.Faults, .. reading.Warnings];
        Print(screen, "Lỗi và lưu ý:", Faults(told.Take(FaultsShown)), told.Count);
        if (told.Count > FaultsShown)
            screen.Print($"… còn {Vietnamese.Figure(told.Count - FaultsShown)} mục nữa.");
    }

    /// <summary>What the profile has yet to be taught, and the line for it.</summary>
    private static void Unknown(Screen screen, SampleReport report)
    {
        var headers = report.UnknownHeaders.Select(use => $"\"{use.Header}\"").ToList();
        if (headers.Count > 0)
        {
            screen.Print(
                $"Tiêu đề chưa hiểu: {string.Join(", ", headers)}. Thêm vào mẫu, thay ? bằng cột đúng (bỏ qua: Dropped):"
            );
            screen.Print($"\"headers\": [{{ \"column\": \"?\", \"names\": [{string.Join(", ", headers)}] }}]");
        }
        var texts = report.UnknownTexts.Select(use =>
            $"{use.Text} (cột \"{use.Header}\", {Vietnamese.Figure(use.Rows)} dòng)"
        );
        if (report.UnknownTexts.Any())
            screen.Print($"Giá trị chưa hiểu: {string.Join("; ", texts)}.");
    }

    private static void Print(Screen screen, string title, Table table, int rows)
    {
        if (rows == 0)
            return;
        screen.Print();
        screen.Print(title);
        screen.Print(table);
    }

    private static string Recognised(SourceProfile profile, string by) =>
        by == profile.Name ? "Nhận ra qua tiêu đề: có."
        : by.Length == 0 ? "Nhận ra qua tiêu đề: không đọc được tệp."
        : $"Nhận ra qua tiêu đề: không, tệp này sẽ được đọc theo mẫu '{by}' nếu không chọn mẫu cho đơn vị.";

    private static string Source(AsOfSource? source) =>
        source switch
        {
            AsOfSource.Name => "theo tên tệp",
            AsOfSource.Title => "theo dòng tiêu đề phía trên bảng",
            AsOfSource.Rows => "ngày muộn nhất trong các dòng",
            AsOfSource.UploadDay => "ngày gửi tệp",
            null => "chưa đọc đến",
        };

    private static Table Headers(IEnumerable<HeaderUse> headers)
    {
        var table = new Table().Texts("Tiêu đề", "Được đọc là");
        foreach (var header in headers)
            table.Row(header.Header, Use(header));
        return table;
    }

    private static string Use(HeaderUse header) =>
        header.Meaning switch
        {
            null => "không nhận ra (thêm vào mẫu nếu cần)",
            Column.Dropped => "bỏ, không lưu",
            { } column when header.IsRead => column.ToString(),
            { } column => $"{column}, nhưng đã có cột khác được ưu tiên",
        };

    private static Table Texts(string heading, IEnumerable<TextUse> uses)
    {
        var table = new Table().Texts("Cột", heading, "Được hiểu là").Numbers("Dòng");
        foreach (var use in uses)
            table.Row(use.Header, use.Text, use.Meaning ?? "KHÔNG HIỂU", Vietnamese.Figure(use.Rows));
        return table;
    }

    private static Table Faults(IEnumerable<RowFault> faults)
    {
        var table = new Table().Numbers("Dòng").Texts("Cột", "Nội dung");
        foreach (var fault in faults)
            table.Row(Vietnamese.Figure(fault.Line), fault.Column, fault.Message);
        return table;
    }
}
