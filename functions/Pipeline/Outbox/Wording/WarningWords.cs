using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Reminders;

namespace CCHC.Pipeline.Outbox.Wording;

/// <summary>One KPI's outlook as a line of an early warning.</summary>
internal static class WarningWords
{
    public static string Line(Outlook outlook)
    {
        var words = outlook.Kpi.Words;
        var line = $"{outlook.Kpi.Name} (chỉ tiêu {outlook.Target.Text}): {Standing(outlook, words)}";
        return
            outlook.Verdict is Verdict.Met || outlook.All == 0 || words.IsOfTime || outlook.Kpi.Better is Better.Lower
            ? line
            : $"{line} {Needed(outlook, words)}";
    }

    private static string Standing(Outlook outlook, KpiWords words)
    {
        var (figure, target) = (outlook.Figure, outlook.Target);
        if (outlook.All == 0 && outlook.Undecided > 0)
            return $"{Number(outlook.Undecided)} {outlook.Kpi.Undecided.Words}, chưa đủ dữ liệu để kết luận.";
        if (outlook.All == 0)
            return $"chưa phát sinh {words.Among}.";
        var verdict = outlook.Verdict switch
        {
            Verdict.Met => "đến nay đã đạt chỉ tiêu",
            Verdict.Below => outlook.Kpi.Better is Better.Higher
                ? "đến nay chưa đạt chỉ tiêu"
                : $"đến nay đã vượt mức {target.Text}",
            Verdict.Insufficient or Verdict.None => "chưa đủ dữ liệu để kết luận",
        };
        var unknown =
            figure.Unknown == 0
                ? ""
                : $"; còn {Number(figure.Unknown)} hồ sơ chưa xác định được {words.UnknownOf.Name}, chưa tính vào tỷ lệ";
        return $"{Number(figure.Num)} trên {Number(figure.Den)} {words.Among} ({figure.RateVietnamese}){unknown}; {verdict}.";
    }

    private static string Needed(Outlook outlook, KpiWords words)
    {
        var unknown = outlook.Figure.Unknown == 0 ? "" : " (hồ sơ chưa xác định được tính là chưa đạt)";
        var present =
            $"Tính riêng {Number(outlook.All)} hồ sơ đến nay, còn thiếu {Number(outlook.MissingOfPresent)} {words.Counted}{unknown}.";
        return outlook.NeededOfFurther is { } needed
            ? $"{present} Nếu từ nay tất cả hồ sơ phát sinh đều là {words.Counted} thì cần thêm ít nhất {Number(needed)} hồ sơ để đạt chỉ tiêu."
            : $"{present} Chỉ hồ sơ phát sinh thêm thì không thể đạt chỉ tiêu nữa.";
    }

    private static string Number(long number) => Vietnamese.Number(checked((int)number));
}
