using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What the sender should do next, by outcome.</summary>
internal static class NextSteps
{
    private const string Again = "Gửi lại tệp đã sửa với đúng tên cũ vào đúng thư mục của đơn vị.";
    private const string Kept = "Những dòng đã nhận không mất và không bị tính hai lần khi gửi lại.";
    private const string Uncounted = "Không dòng nào của tệp được tính.";
    private const string Ask =
        "Cần giúp đỡ: hỏi cơ quan theo dõi cải cách hành chính đã giao thư mục gửi tệp cho đơn vị, kèm phiếu này.";

    public static bool AsksToSendAgain(Receipt receipt) =>
        receipt.Outcome is Outcome.Partly or Outcome.Refused or Outcome.Quarantined && !IsMisplaced(receipt);

    public static IEnumerable<string> Of(Receipt receipt) =>
        receipt.Outcome switch
        {
            Outcome.Accepted when receipt.Warnings.Count > 0 =>
            [
                "Không phải gửi lại. Xem các lưu ý bên dưới và sửa ở hệ thống một cửa cho những lần xuất sau.",
            ],
            Outcome.Accepted => ["Không phải làm gì thêm."],
            Outcome.Duplicate => ["Không phải làm gì thêm. Nếu định gửi số liệu mới: xuất lại tệp rồi gửi."],
            Outcome.Partly =>
            [
                "Sửa những dòng có lỗi bên dưới ở hệ thống một cửa hoặc trong tệp.",
                $"{Again} {Kept}",
                Ask,
            ],
            Outcome.Refused when IsMisplaced(receipt) =>
            [
                "Gửi lại tệp vào đúng thư mục mang mã của đơn vị. Tệp này không được tính.",
                Ask,
            ],
            Outcome.Refused => [$"{Uncounted} Sửa những lỗi bên dưới.", Again, Ask],
            Outcome.Quarantined => [.. HeldBack(receipt), Ask],
            Outcome.Failed => ["Không phải gửi lại: hệ thống tự thử lại hằng ngày.", Ask],
            Outcome.Withdrawn =>
            [
                "Nếu còn tệp đúng chưa gửi: gửi tệp đó. Gửi lại chính tệp này thì nó được tính lại từ đầu.",
                Ask,
            ],
        };

    private static IEnumerable<string> HeldBack(Receipt receipt) =>
        (receipt.Faults is [var first, ..] ? first.Code : "") switch
        {
            FaultCodes.OtherUnitsList or FaultCodes.SeveralUnits =>
            [
                $"{Uncounted} Nếu là danh sách của đơn vị khác: gửi vào thư mục của đơn vị đó.",
                $"Nếu đúng là của đơn vị mình: sửa tên đơn vị ghi trong tệp. {Again}",
            ],
            FaultCodes.DatesExchanged
            or FaultCodes.DatesOf1904
            or FaultCodes.DatesContradictCodes
            or FaultCodes.DatesAfterAsOf =>
            [
                $"{Uncounted} Lỗi của từng dòng bên dưới thường do lỗi của cả tệp mà ra.",
                "Xuất lại tệp từ hệ thống một cửa rồi gửi ngay với đúng tên cũ, không mở bằng Excel.",
            ],
            FaultCodes.SeveralTables => [$"{Uncounted} Tách mỗi bảng thành một tệp rồi gửi từng tệp."],
            _ =>
            [
                $"{Uncounted} Nếu thiếu cột: thêm cột rồi gửi lại. Nếu cột có đủ nhưng mang tên khác: báo cho cơ quan dưới đây để bổ sung mẫu, sau đó tệp được đọc lại mà không phải gửi lại.",
                Again,
            ],
        };

    /// <summary>Another folder is what it needs, not another content.</summary>
    private static bool IsMisplaced(Receipt receipt) =>
        receipt.Faults.Any(fault =>
            fault.Code
                is FaultCodes.ImpossiblePath
                    or FaultCodes.UnknownUnit
                    or FaultCodes.OtherUnitsList
                    or FaultCodes.SeveralUnits
        );
}
