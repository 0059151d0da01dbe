using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>One missed target in words: numerator, denominator, unknown, rate, target with its source, what was lacking.</summary>
internal sealed class Shortcoming(Finding finding)
{
    private readonly KpiWords words = finding.Kpi.Words;
    private readonly Shortfall shortfall = Shortfall.Of(finding);

    /// <summary>As a point of several: "Tỷ lệ hồ sơ nộp trực tuyến: có …".</summary>
    public string AsPoint => $"{finding.Kpi.Name}: {Facts}";

    /// <summary>As the only one: "Tỷ lệ hồ sơ nộp trực tuyến của UBND xã A chưa đạt chỉ tiêu: có …".</summary>
    public string AsOnlyOne(string committee) =>
        finding.Kpi.Better switch
        {
            Better.Higher => $"{finding.Kpi.Name} của {committee} chưa đạt chỉ tiêu: {Facts}",
            Better.Lower => $"{finding.Kpi.Name} của {committee} vượt mức tối đa được giao: {Facts}",
        };

    private string Facts =>
        $"có {Vietnamese.Number(finding.Figure.Num)} {words.Counted} trên tổng số {Vietnamese.Number(finding.Figure.Den)} "
        + $"{words.Among}{Known}, {Rate}, {Against} {finding.Target.Text} (căn cứ: {finding.Target.Source}). {Lacking}";

    private string Known => words.TellsUnknown(finding.Figure) ? $" (đã xác định được {words.UnknownOf.Name})" : "";

    private string Against =>
        finding.Kpi.Better switch
        {
            Better.Higher => "thấp hơn chỉ tiêu",
            Better.Lower => "cao hơn mức tối đa",
        };

    // 9.999/25.000 prints as 40,00 %: beside "thấp hơn chỉ tiêu 40 %" only the exact fraction makes sense.
    private string Rate =>
        RoundsToTarget
            ? $"tỷ lệ chính xác là {Vietnamese.Figure(finding.Figure.Num)}/{Vietnamese.Figure(finding.Figure.Den)} "
                + $"(làm tròn đến hai chữ số thập phân là {finding.Figure.RateVietnamese})"
            : $"{Reaching} {finding.Figure.RateVietnamese}";

    private string Reaching =>
        finding.Kpi.Better switch
        {
            Better.Higher => "đạt",
            Better.Lower => "chiếm",
        };

    private bool RoundsToTarget
    {
        get
        {
            var (printed, bar) = ((finding.Figure.Hundredths ?? 0) * finding.Target.Den, finding.Target.Num * 10_000L);
            return finding.Kpi.Better switch
            {
                Better.Higher => printed >= bar,
                Better.Lower => printed <= bar,
            };
        }
    }

    private string Lacking
    {
        get
        {
            var (bar, gap) = (Vietnamese.Number(shortfall.Bar), Vietnamese.Number(shortfall.Dossiers));
            return (finding.Kpi.Better, finding.Figure.Unknown) switch
            {
                (Better.Higher, 0) =>
                    $"{NoneUnknown}Để đạt chỉ tiêu cần có ít nhất {bar} {words.Counted}, còn thiếu {gap} hồ sơ.",
                (Better.Higher, _) =>
                    $"{SomeUnknown} kể cả khi toàn bộ số hồ sơ này được tính là {words.Counted} thì vẫn còn thiếu {gap} hồ sơ để đạt chỉ tiêu.",
                (Better.Lower, 0) =>
                    $"{NoneUnknown}Mức tối đa tương ứng với {bar} {words.Counted}, số thực tế vượt {gap} hồ sơ.",
                (Better.Lower, _) =>
                    $"{SomeUnknown} kể cả khi không hồ sơ nào trong số này được tính là {words.Counted} thì vẫn vượt mức tối đa {gap} hồ sơ.",
            };
        }
    }

    private string NoneUnknown =>
        words.TellsUnknown(finding.Figure) ? $"Không có hồ sơ chưa xác định được {words.UnknownOf.Name}. " : "";

    private string SomeUnknown =>
        $"Ngoài ra có {Vietnamese.Number(finding.Figure.Unknown)} hồ sơ chưa xác định được {words.UnknownOf.Name}, không tính vào tỷ lệ trên;";
}
