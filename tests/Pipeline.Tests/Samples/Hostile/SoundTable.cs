using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Sound rows to hide harm among.</summary>
internal static class SoundTable
{
    public const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp;Lĩnh vực;Ghi chú";

    public static string Row(int number, string field = "Hộ tịch", string note = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-220310-{number:0000000};10/03/2022;12/03/2022;Đã xử lý xong;Trực tuyến;{field};{note}"
        );

    public static string Of(params string[] rows) => string.Join('\n', [Header, .. rows]) + "\n";

    public static byte[] Bytes(params string[] rows) => Encoding.UTF8.GetBytes(Of(rows));

    /// <summary>As many rows as make that many bytes when encoded.</summary>
    public static string Large(int bytes, Func<int, string> row)
    {
        var text = new StringBuilder(Header + "\n", bytes);
        for (int number = 1, size = Encoding.UTF8.GetByteCount(Header) + 1; ; number++)
        {
            var next = row(number);
            size += Encoding.UTF8.GetByteCount(next) + 1;
            if (size > bytes)
                return text.ToString();
            text.Append(next).Append('\n');
        }
    }
}
