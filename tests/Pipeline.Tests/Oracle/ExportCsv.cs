using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Renders an upload as the CSV file a desk would send: Vietnamese headers and words, dd/MM/yyyy.</summary>
public static class ExportCsv
{
    private static readonly (KeptColumns Column, string Header, Func<NaiveLine, string> Cell)[] Columns =
    [
        (KeptColumns.Code, "Mã hồ sơ", line => line.Code),
        (KeptColumns.Procedure, "Mã TTHC", line => line.Procedure ?? ""),
        (KeptColumns.Field, "Lĩnh vực", line => line.Field ?? ""),
        (KeptColumns.Channel, "Hình thức nộp", line => Text(line.Channel, line)),
        (KeptColumns.Received, "Ngày tiếp nhận", line => Text(line.Received, line, "08:15")),
        (KeptColumns.Due, "Ngày hẹn trả", line => Text(line.Due, line, "17:00")),
        (KeptColumns.Finished, "Ngày có kết quả", line => Text(line.Finished, line, "17:45")),
        (KeptColumns.Returned, "Ngày trả kết quả", line => Text(line.Returned, line, "18:05")),
        (KeptColumns.ReturnChannel, "Hình thức nhận kết quả", line => TextOfReturn(line.ReturnChannel, line)),
        (KeptColumns.Status, "Trạng thái", line => line.Status is { } status ? Text(status) : ""),
        (KeptColumns.Level, "Mức độ DVC", line => line.Level is { } level ? Text(level, line) : Odd(line, "mức cao")),
        (
            KeptColumns.PaidOnline,
            "Thanh toán",
            line => Text(line.PaidOnline, line, "Thanh toán trực tuyến", "Tiền mặt")
        ),
        (KeptColumns.Digitised, "Số hóa", line => Text(line.Digitised, line, "Đã số hóa", "Chưa số hóa")),
    ];

    /// <summary>The upload with the hash of its own rendering.</summary>
    public static NaiveUpload Sealed(NaiveUpload upload) =>
        upload with
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Render(upload))),
        };

    public static byte[] Render(NaiveUpload upload)
    {
        // Nothing of the stamp may colour the content: the same lines sent twice are the same file.
        var variant = upload.Lines.Count + (int)upload.Columns;
        var separator = variant % 3 == 0 ? ',' : ';';
        var present = Columns.Where(column => upload.Has(column.Column)).ToList();
        var lines = upload
            .Lines.Select(line => present.Select(column => column.Cell(line)))
            .Prepend(present.Select(column => column.Header))
            .Select(cells => string.Join(separator, cells.Select(cell => Quoted(cell, separator))));
        var text = string.Join("\r\n", lines) + "\r\n";
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: variant % 2 == 0);
        return [.. utf8.Preamble, .. utf8.GetBytes(text)];
    }

    /// <summary>The as-of date stands in the name, in one of the forms that desks use.</summary>
    public static string FileName(NaiveUpload upload)
    {
        string[] forms = ["yyyy-MM-dd", "dd-MM-yyyy", "dd.MM.yyyy", "dd_MM_yyyy", "yyyyMMdd", "ddMMyyyy"];
        var date = upload.AsOf.ToString(forms[upload.Number % forms.Length], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"ho-so-lan{upload.Number}-{date}.csv");
    }

    private static string Quoted(string cell, char separator) =>
        cell.Contains(separator) || cell.Contains('"')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    // The last digit of a dossier's code says how its lines are written, so that one line is always written alike.
    private static int Style(NaiveLine line) => line.Code[^1] - '0';

    // "Comparison is by calendar day, not by time of day": some systems write the time.
    private static string Text(DateOnly? day, NaiveLine line, string time) =>
        day is not { } it ? ""
        : Style(line) % 4 == 1 ? it.ToString("dd/MM/yyyy ", CultureInfo.InvariantCulture) + time + ":00"
        : it.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Text(Status status) =>
        status switch
        {
            Status.Receiving => "Mới đăng ký",
            Status.Denied => "Không được tiếp nhận",
            Status.New => "Được tiếp nhận",
            Status.Processing => "Đang xử lý",
            Status.Waiting => "Yêu cầu bổ sung giấy tờ",
            Status.Paying => "Yêu cầu thực hiện nghĩa vụ tài chính",
            Status.Unresolved => "Dừng xử lý",
            Status.Cancelled => "Công dân yêu cầu rút hồ sơ",
            Status.Releasing => "Đã xử lý xong",
            Status.Done => "Đã trả kết quả",
        };

    private static string Text(Channel channel, NaiveLine line) =>
        channel switch
        {
            Channel.Blank => "",
            Channel.Unrecognised => "Qua loa phường",
            Channel.InPerson => Style(line) % 2 == 0 ? "Trực tiếp" : "Nộp trực tiếp",
            Channel.Online => Style(line) % 2 == 0 ? "Trực tuyến" : "Qua mạng",
            Channel.Postal => Style(line) % 2 == 0 ? "Bưu chính công ích" : "BCCI",
        };

    private static string TextOfReturn(Channel channel, NaiveLine line) =>
        channel switch
        {
            Channel.Blank => "",
            Channel.Unrecognised => "Gửi lại sau",
            Channel.InPerson => Style(line) % 2 == 0 ? "Trực tiếp" : "Nhận trực tiếp",
            Channel.Online => Style(line) % 2 == 0 ? "Trực tuyến" : "Nhận trực tuyến",
            Channel.Postal => Style(line) % 2 == 0 ? "Bưu chính" : "Nhận qua dịch vụ bưu chính",
        };

    private static string Text(Level level, NaiveLine line) =>
        level switch
        {
            Level.Information => "2",
            Level.Partial => Style(line) % 2 == 0 ? "3" : "Một phần",
            Level.Full => Style(line) % 2 == 0 ? "4" : "Toàn trình",
        };

    private static string Text(bool? value, NaiveLine line, string yes, string no) =>
        value is not { } known ? Odd(line, "đang cập nhật")
        : Style(line) % 2 == 0 ? (known ? yes : no)
        : known ? "Có"
        : "Không";

    private static string Odd(NaiveLine line, string words) => line.OddWords ? words : "";
}
