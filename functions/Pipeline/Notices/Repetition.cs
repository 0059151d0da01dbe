namespace CCHC.Pipeline.Notices;

/// <summary>What is said when the same thing was found below before: the tone rises, and nothing is claimed but the findings.</summary>
internal static class Repetition
{
    /// <summary>A sentence that begins with a space; "" the first time.</summary>
    public static string Of(int times, Draft draft) =>
        (times, draft.Before) switch
        {
            (< 2, _) => "",
            (2, { } before) =>
                $" Đây là lần thứ 02 liên tiếp: hạn chế này đã được xác định qua kiểm tra {before} nhưng chưa được khắc phục.",
            _ =>
                $" Đây là lần thứ {Vietnamese.Number(times)} liên tiếp: hạn chế này kéo dài qua nhiều kỳ kiểm tra, chậm được khắc phục.",
        };

    /// <summary>What is ordered besides when something stands uncorrected; none when nothing does.</summary>
    public static IEnumerable<string> Orders(IReadOnlyList<Missed> missed, Draft draft)
    {
        var repeated = missed.Where(m => m.IsRepeated).ToList();
        if (repeated.Count == 0)
            yield break;
        var subject = repeated.Count == 1 ? "hạn chế lặp lại" : "các hạn chế lặp lại";
        yield return repeated.Max(m => m.Times) == 2
            ? $"Đối với {subject}: làm rõ nguyên nhân, trách nhiệm; xác định giải pháp, thời hạn khắc phục cụ thể, không để tiếp tục tái diễn."
            : $"Đối với {subject}: nghiêm túc kiểm điểm, làm rõ trách nhiệm của tập thể, cá nhân có liên quan; "
                + $"khắc phục dứt điểm và chịu trách nhiệm trước {draft.Authority.HeadShort} nếu tiếp tục để tái diễn.";
    }
}
