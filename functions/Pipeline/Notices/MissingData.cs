using System.Diagnostics;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>What a unit is asked to send so that its insufficient findings can be judged; never a reproach.</summary>
internal sealed class MissingData(ReviewedUnit unit, Authority authority)
{
    public IReadOnlyList<string> Points { get; } = [.. PointsOf(unit, authority)];

    public string Deadline =>
        $"trong thời hạn {Vietnamese.Number(authority.DataWorkingDays)} ngày làm việc kể từ ngày ban hành công văn này";

    private static IEnumerable<string> PointsOf(ReviewedUnit unit, Authority authority)
    {
        var findings = unit.Findings.Where(finding => finding.Verdict is Verdict.Insufficient).ToList();
        // Coverage is the unit's, not a KPI's: one point names all KPIs that wait for it.
        foreach (var reason in new[] { Insufficiency.EndsEarly, Insufficiency.DaysMissing })
        {
            var names = findings
                .Where(finding => finding.Reason == reason)
                .Select(finding => finding.Kpi.Name)
                .ToList();
            if (names.Count > 0)
                yield return $"{Vietnamese.Join([names[0], .. names.Skip(1).Select(Vietnamese.LowerFirst)])}: {Covering(reason, unit)}";
        }
        foreach (
            var finding in findings.Where(f => f.Reason is not (Insufficiency.EndsEarly or Insufficiency.DaysMissing))
        )
            yield return $"{finding.Kpi.Name}: {Missing(finding, unit, authority)}";
    }

    private static string Covering(Insufficiency reason, ReviewedUnit unit) =>
        (reason, unit.Coverage.AsOf) switch
        {
            (Insufficiency.EndsEarly, null) =>
                $"đến nay chưa nhận được dữ liệu của đơn vị. Đề nghị gửi dữ liệu hồ sơ của các ngày làm việc {Vietnamese.Span(unit.Period.From, unit.Period.To)}.",
            (Insufficiency.EndsEarly, { } asOf) =>
                $"dữ liệu gần nhất nhận được tính đến {Vietnamese.Day(asOf)}, trước ngày làm việc cuối cùng của kỳ báo cáo. "
                    + $"Đề nghị gửi dữ liệu hồ sơ của thời gian còn lại, đến hết {Vietnamese.Day(unit.Period.To)}.",
            _ =>
                $"{Vietnamese.Number(unit.Coverage.MissingDays.Count)} trong tổng số {Vietnamese.Number(unit.Coverage.WorkingDays)} ngày làm việc của kỳ báo cáo "
                    + $"chưa có dữ liệu, gồm {DayList.Of(unit.Coverage.MissingDays)}. Đề nghị gửi bổ sung dữ liệu hồ sơ của các ngày này; "
                    + "ngày không phát sinh hồ sơ thì gửi tệp chỉ có dòng tiêu đề.",
        };

    private static string Missing(Finding finding, ReviewedUnit unit, Authority authority)
    {
        var (words, undecided) = (finding.Kpi.Words, finding.Kpi.Undecided);
        var (unknown, column) = finding.Reason switch
        {
            Insufficiency.Unknown => (Unknown(finding.Figure, words), words.UnknownOf.Column),
            Insufficiency.Undecided => (
                $"{Vietnamese.Number(undecided.In(unit.Figures))} {undecided.Words}",
                undecided.UnknownOf.Column
            ),
            Insufficiency.None or Insufficiency.EndsEarly or Insufficiency.DaysMissing or Insufficiency.NoDossiers =>
                throw new UnreachableException($"{finding.Kpi.Id} has no reason of its own."),
        };
        return $"{unknown}, nên chưa đủ cơ sở đánh giá theo chỉ tiêu "
            + $"{finding.Target.Text} (căn cứ: {finding.Target.Source}). Đề nghị gửi lại dữ liệu có cột “{column}” cho các hồ sơ này; "
            + $"trường hợp phần mềm không kết xuất được cột này, đề nghị phản ánh về {authority.FollowUpOffice} để được hướng dẫn.";
    }

    private static string Unknown(Fraction figure, KpiWords words) =>
        figure.Den == 0
            ? $"toàn bộ {Vietnamese.Number(figure.Unknown)} {words.Among} chưa xác định được {words.UnknownOf.Name}"
            : $"{Vietnamese.Number(figure.Unknown)} trên tổng số {Vietnamese.Number(figure.Den + figure.Unknown)} {words.Among} chưa xác định được "
                + $"{words.UnknownOf.Name}; trong {Vietnamese.Number(figure.Den)} hồ sơ đã xác định có {Vietnamese.Number(figure.Num)} {words.Counted}";
}
