namespace CCHC.Pipeline.Intake;

/// <summary>An outcome as its sender reads it: a word, and a tone that only repeats it.</summary>
internal static class OutcomeWords
{
    public static (string Tone, string Word) Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.Accepted => ("good", "✔ Đã nhận"),
            Outcome.Partly => ("part", "◐ Nhận một phần"),
            Outcome.Refused => ("bad", "✘ Bị từ chối"),
            Outcome.Quarantined => ("bad", "? Tạm giữ, chưa tính"),
            Outcome.Duplicate => ("still", "= Trùng với tệp đã gửi"),
            Outcome.Failed => ("part", "… Chưa xử lý được"),
            Outcome.Withdrawn => ("still", "↶ Đã rút"),
        };
}
