using System.CommandLine;

namespace CCHC.Cli.Usage;

/// <summary>What every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "Thư mục dữ liệu trên máy này (mặc định .cchc); kho lưu trữ cục bộ Azurite nằm trong đó.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".cchc",
            Recursive = true,
        };

    public Option<string?> Storage { get; } =
        new("--storage")
        {
            Description =
                "Kho lưu trữ có sẵn, khi đó không khởi động Azurite: chuỗi kết nối, hoặc địa chỉ https://TÀI_KHOẢN.blob.core.windows.net (đăng nhập bằng az login hoặc danh tính của máy).",
            HelpName = "CONNECTION",
            Recursive = true,
        };

    public Option<bool> Verbose { get; } =
        new("--verbose") { Description = "In nhật ký và chi tiết của lỗi.", Recursive = true };

    public Option<string?> Trace { get; } =
        new("--trace")
        {
            Description =
                "Cuối lệnh in vết xử lý (trace) ra màn hình lỗi: của một đơn vị (29956), một đơn vị trong một quý (2022-Q1/29956), hoặc tất cả (all).",
            HelpName = "UNIT",
            Recursive = true,
        };
}
