using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.Corrections;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Shows where today's data differ from a finished review, and drafts the letters that correct it (đính chính).</summary>
internal sealed class NoticesCorrectCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();

    public NoticesCorrectCommand(StoreAccess access, Screen screen)
        : base(
            "correct",
            "So kết quả đã chốt với dữ liệu hiện nay, soạn dự thảo công văn đính chính cho đơn vị có thay đổi."
        )
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var corrections =
            await store.Get<WriteCorrections>().WriteAsync(period, cancellation)
            ?? throw new CannotException(
                $"Kỳ {period.Name} chưa được đánh giá nên không có gì để đính chính. Đánh giá kỳ trước: cchc review {period.Name}"
            );
        foreach (var unread in corrections.Unread)
            _screen.Print($"Chưa so sánh được {unread}");
        foreach (var correction in corrections.Units)
            Print(period, correction);
        _screen.Print(
            corrections.Units.Count == 0
                ? $"Kỳ {period.Name}: dữ liệu hiện nay không khác kết quả đã chốt{(corrections.Unread.Count == 0 ? "." : " ở các đơn vị còn lại.")}"
                : $"Kỳ {period.Name}: {corrections.Units.Count} đơn vị có số liệu khác kết quả đã chốt; lấy dự thảo ra: cchc notices {period.Name} --out THƯ_MỤC"
        );
        return corrections.Units.Count + corrections.Unread.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }

    private void Print(Period period, UnitCorrection correction)
    {
        var unit = correction.Frozen.Unit;
        _screen.Print($"{unit.Id} {unit.Name}: {correction.Counts.Count} số đếm thay đổi.");
        foreach (var (then, now) in correction.Findings)
            _screen.Print($"  {then.Kpi.Name}: {Figure(then)} → {Figure(now)}");
        foreach (var (then, now) in correction.Inspected)
            _screen.Print($"  {then.Criterion.Name}: {Words.Of(then.Verdict)} → {Words.Of(now.Verdict)}");
        _screen.Print($"  Dự thảo: {StoredNames.Notices}/{Paths.CorrectionDocx(period.Name, unit.Id)}");
    }

    private static string Figure(Pipeline.Review.Finding finding)
    {
        var figure = finding.Figure;
        return $"{Vietnamese.Figure(figure.Num)}/{Vietnamese.Figure(figure.Den)} = {figure.RateVietnamese} ({Words.Of(finding.Verdict)})";
    }
}
