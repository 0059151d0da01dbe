using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Pull;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>Pulls exports now: the daily timer's twin. What comes is taken in by the service, or by the next sweep.</summary>
internal sealed class PullCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<string?> _source = new("--source")
    {
        Description = "Chỉ một nguồn, theo id.",
        HelpName = "ID",
    };

    private readonly Option<DateOnly?> _day = new("--day")
    {
        Description = "Chỉ một ngày, ví dụ 2022-03-25 hoặc 25/03/2022, kể cả khi đã lấy rồi.",
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (PeriodSpelling.DayOf(result.Tokens[0].Value) is { } day)
                return day;
            result.AddError("--day phải là ngày dạng 2022-03-25 hoặc 25/03/2022.");
            return null;
        },
    };

    public PullCommand(StoreAccess access, Screen screen)
        : base("pull", "Lấy số liệu từ các nguồn ngay bây giờ, không chờ khung giờ của nguồn.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_source);
        Options.Add(_day);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (source, day) = (parsed.GetValue(_source), parsed.GetValue(_day));
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var known = (await store.Get<StaffSetting<PullSources>>().GetAsync(cancellation)).All;
        if (source is not null && known.FirstOrDefault(one => one.Id == source) is not { IsEnabled: true })
            throw new UsageException($"Không có nguồn \"{source}\" đang bật. Xem: cchc sources list.");
        if (day > store.Get<TimeProvider>().Today())
            throw new UsageException("--day không được sau ngày hôm nay.");
        var results = await store.Get<PullExports>().PullAsync(source, day, cancellation);
        if (results.Count == 0)
            _screen.Print("Không có gì đến hạn lấy.");
        else
            _screen.Print(TableOf(results));
        if (results.Count(result => result.Outcome is PullOutcome.Stored) is > 0 and var put)
            _screen.Tell(OutwardWords.OfPut(put));
        return results.Any(result => result.Outcome is PullOutcome.Failed or PullOutcome.PutOff)
            ? ExitCode.Refusals
            : ExitCode.Done;
    }

    private static Table TableOf(IEnumerable<PullResult> results)
    {
        var table = new Table().Texts("Nguồn", "Đơn vị", "Ngày", "Kết quả", "Chi tiết");
        foreach (var result in results)
            table.Row(result.Source, result.Unit, Words.Day(result.Day), OutwardWords.Of(result.Outcome), result.Text);
        return table;
    }
}
