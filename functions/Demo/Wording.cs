using CCHC.Pipeline.Intake;

namespace CCHC.Demo;

/// <summary>The words one family of systems uses (domain.md §4).</summary>
internal sealed record Wording
{
    public required string InPerson { get; init; }
    public required string Online { get; init; }
    public required string Postal { get; init; }
    public required string ReturnInPerson { get; init; }
    public required string ReturnOnline { get; init; }
    public required string ReturnPostal { get; init; }

    /// <summary>Levels 2, 3 and 4.</summary>
    public required string[] Levels { get; init; }
    public required (string Yes, string No) Digitised { get; init; }
    public required (string Yes, string No) Paid { get; init; }

    public static Wording Provincial { get; } =
        new()
        {
            InPerson = "Trực tiếp",
            Online = "Trực tuyến",
            Postal = "Bưu chính công ích",
            ReturnInPerson = "Trực tiếp",
            ReturnOnline = "Trực tuyến",
            ReturnPostal = "Bưu chính công ích",
            Levels = ["2", "3", "4"],
            Digitised = ("Có", "Không"),
            Paid = ("Thanh toán trực tuyến", "Tiền mặt"),
        };

    public static Wording Portal { get; } =
        new()
        {
            InPerson = "Nộp trực tiếp",
            Online = "Nộp trực tuyến",
            Postal = "Qua dịch vụ bưu chính công ích",
            ReturnInPerson = "Trực tiếp tại Bộ phận TN&TKQ",
            ReturnOnline = "Nhận trực tuyến",
            ReturnPostal = "Tại nhà thông qua dịch vụ bưu chính công ích",
            Levels = ["Cung cấp thông tin", "Một phần", "Toàn trình"],
            Digitised = ("Đã số hóa", "Chưa số hóa"),
            Paid = ("Có", "Chưa"),
        };

    public static Wording Desk { get; } =
        new()
        {
            InPerson = "Trực tiếp",
            Online = "Qua mạng",
            Postal = "BCCI",
            ReturnInPerson = "Nhận trực tiếp",
            ReturnOnline = "Nhận trực tuyến",
            ReturnPostal = "Nhận qua dịch vụ bưu chính",
            Levels = ["Mức độ 2", "Mức độ 3", "Mức độ 4"],
            Digitised = ("x", "0"),
            Paid = ("1", "0"),
        };

    public static string Of(Status status) =>
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

    /// <summary>A word that no list of channels knows.</summary>
    public const string OddChannel = "Qua nhóm Zalo ấp";

    public string Of(Channel channel) =>
        channel switch
        {
            Channel.Blank => "",
            Channel.Unrecognised => OddChannel,
            Channel.InPerson => InPerson,
            Channel.Online => Online,
            Channel.Postal => Postal,
        };

    public string OfReturn(Channel channel) =>
        channel switch
        {
            Channel.Blank or Channel.Unrecognised => "",
            Channel.InPerson => ReturnInPerson,
            Channel.Online => ReturnOnline,
            Channel.Postal => ReturnPostal,
        };
}
