using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>A KPI beside its figure of the quarter before: which is greater is decided on the exact fractions.</summary>
internal static class Comparison
{
    /// <summary>A sentence that begins with a space; "" when the quarter before has no such figure.</summary>
    public static string Of(Finding finding, Draft draft)
    {
        if (
            draft.Before is not { } before
            || draft.Unit.Previous!.Find(finding.Kpi.Id) is not { Figure: { } then } past
        )
            return "";
        if (past.Verdict is Verdict.None || (past.Verdict is not Verdict.Insufficient && then.Den == 0))
            return $" {Vietnamese.UpperStart(before)} không phát sinh hồ sơ nên không có cơ sở so sánh.";
        if (past.Verdict is Verdict.Insufficient || then.Den == 0 || finding.Figure.Den == 0)
            return $" {Vietnamese.UpperStart(before)} chưa đủ dữ liệu để đánh giá nên không có cơ sở so sánh.";
        return $" So với {before} ({Fraction(then)}), kết quả {draft.Period} ({Fraction(finding.Figure)}) {Change(then, finding.Figure)}.";
    }

    private static string Fraction(Fraction figure) =>
        $"{Vietnamese.Figure(figure.Num)}/{Vietnamese.Figure(figure.Den)} hồ sơ, {figure.RateVietnamese}";

    // Beside two rates that print alike "tăng" alone would look wrong.
    private static string Change(Fraction then, Fraction now)
    {
        var word = ((long)now.Num * then.Den).CompareTo((long)then.Num * now.Den) switch
        {
            > 0 => "tăng",
            < 0 => "giảm",
            0 => "không thay đổi",
        };
        var exactly = (long)now.Num * then.Den == (long)then.Num * now.Den;
        return !exactly && now.Hundredths == then.Hundredths
            ? $"{word} không đáng kể (chênh lệch chưa đến 0,01 điểm phần trăm)"
            : word;
    }
}
