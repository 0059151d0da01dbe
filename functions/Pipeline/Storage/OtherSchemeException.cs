namespace CCHC.Pipeline.Storage;

/// <summary>The settings name another scheme of periods than the store was made with; the message says what to do.</summary>
public sealed class OtherSchemeException(string own, string asked)
    : Exception(
        $"Kho lưu trữ này được lập với kỳ báo cáo {own} và giữ nguyên suốt thời gian sử dụng, nhưng cài đặt Scheme đang là {asked}. "
            + $"Đặt lại Scheme={own}. Chỉ xem số liệu theo kỳ {asked}: cchc kpi KỲ --scheme {asked}. "
            + $"Muốn làm việc hẳn theo kỳ {asked}: lập kho mới (--data hoặc --storage khác) rồi nạp lại các tệp."
    );
