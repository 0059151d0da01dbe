using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Copies a period's notices and reports out of the store; a subcommand records letters as issued.</summary>
internal sealed class NoticesCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Option<string> _out = new("--out")
    {
        Description = "Thư mục nhận các tệp.",
        HelpName = "DIR",
        Required = true,
    };

    public NoticesCommand(StoreAccess access, Screen screen)
        : base("notices", "Lấy dự thảo công văn và báo cáo của một kỳ ra thư mục.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Options.Add(_out);
        Subcommands.Add(new NoticesIssueCommand(access, screen));
        Subcommands.Add(new NoticesCorrectCommand(access, screen));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var lacking = await store.Get<LookAtDocuments>().LookAsync(period, cancellation);
        var (files, damaged) = await new NoticeFiles(store.Get<Store>(), store.Get<MendDocuments>()).CopyAsync(
            period.Name,
            parsed.GetRequiredValue(_out),
            cancellation
        );
        var damages = lacking.UnionBy(damaged, damage => damage.Place).ToList();
        if (files.Count + damages.Count == 0)
            throw new CannotException(
                $"Kỳ {period.Name} chưa có công văn hay báo cáo nào. Đánh giá kỳ trước: cchc review {period.Name}"
            );
        foreach (var file in files)
            _screen.Print(file);
        foreach (var damage in damages)
            _screen.Tell($"Không lấy ra được {damage.Place}: {damage.Words}");
        return damages.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }
}
