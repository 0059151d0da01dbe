using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Telling;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>The manual twin of RemindLateUnits.</summary>
internal sealed class RemindCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Chỉ in hôm nay cần gửi thư cho ai và vì sao, không gửi gì.",
    };

    public RemindCommand(StoreAccess access, Screen screen)
        : base(
            "remind",
            "Nhắc đơn vị chậm gửi số liệu, cảnh báo sớm, đôn đốc nội dung quá hạn; báo cán bộ theo dõi các việc cần xem."
        )
    {
        (_access, _screen) = (access, screen);
        Options.Add(_dryRun);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var today = store.Get<TimeProvider>().Today();
        if (!(await store.Get<Registers>().GetAsync(cancellation)).Calendar.Covers(today))
            return await RefuseAsync(parsed, store, today.Year, cancellation);
        var (planned, unread) = await store.Get<PlanReminders>().PlanAsync(today, cancellation);
        if (planned.Count == 0)
            _screen.Tell($"Ngày {Words.Day(today)} không cần gửi thư cho đơn vị nào.");
        else
            _screen.Print(await TableAsync(store.Get<OutboxTable>(), planned, cancellation));
        foreach (var trouble in unread)
            _screen.Print($"Chưa biết có phải gửi thư hay không: {trouble}");
        var sections = await store.Get<MorningMail>().SectionsAsync(today, cancellation);
        foreach (var section in sections)
            _screen.Print($"{section.Heading}\n{string.Join('\n', section.Items.Select(item => $"  - {item}"))}");
        if (parsed.GetValue(_dryRun))
        {
            _screen.Tell("Đây là bản xem trước: chưa gửi gì.");
            return unread.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
        }
        var posted = (await store.Get<RemindLateUnits>().RemindAsync(cancellation)).Count;
        posted += await store.Get<MorningMail>().TellAsync(cancellation) ? 1 : 0;
        var done = unread.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
        if (posted == 0 && planned.Count == 0)
            return done;
        _screen.Tell($"Đã đưa {posted} thư mới vào hộp thư đi. Ứng dụng đang chạy sẽ gửi; hoặc: cchc outbox send");
        return done;
    }

    /// <summary>Nobody knows which days of that year are working days; staff hear of it as from the tick.</summary>
    private async Task<int> RefuseAsync(ParseResult parsed, OpenedStore store, int year, CancellationToken cancellation)
    {
        if (!parsed.GetValue(_dryRun))
            await store.Get<RemindLateUnits>().RemindAsync(cancellation);
        _screen.Tell(
            $"Chưa có lịch ngày nghỉ năm {year} nên chưa nhắc đơn vị nào. Bổ sung lịch: cchc days-off import TỆP"
        );
        return ExitCode.NotDone;
    }

    private static async Task<Table> TableAsync(
        OutboxTable outbox,
        IReadOnlyList<PlannedMail> planned,
        CancellationToken cancellation
    )
    {
        var table = new Table().Texts("Đơn vị", "Lý do", "Gửi đến", "Mã thư");
        foreach (var each in planned)
        {
            var to =
                !each.HasAddress ? "chưa có địa chỉ thư"
                : await outbox.HasAsync(each.Mail.Id, cancellation) ? "đã có trong hộp thư đi"
                : each.Mail.To;
            table.Row($"{each.UnitName} ({each.Unit})", each.Why, to, each.Mail.Id);
        }
        return table;
    }
}
