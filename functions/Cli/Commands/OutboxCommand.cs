using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>What has been mailed, what waits and what failed; asks for mails again.</summary>
internal sealed class OutboxCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<MailState?> _state = Choice.Of<MailState>("--state", "Chỉ thư ở trạng thái này.");
    private readonly Argument<string?> _id = new("ID")
    {
        Description = "Mã thư; bỏ trống: mọi thư không gửi được.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string> _to = new("--to")
    {
        Description = "Địa chỉ thay cho những địa chỉ chưa nhận được, cách nhau bằng dấu chấm phẩy.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "",
    };

    public OutboxCommand(StoreAccess access, Screen screen)
        : base("outbox", "Hộp thư đi: thư đã gửi, đang chờ, không gửi được.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_state);
        SetAction(ListAsync);
        var retry = new Command("retry", "Gửi lại cho những người chưa nhận được.") { _id, _to, _state };
        retry.SetAction(RetryAsync);
        Subcommands.Add(retry);
        var send = new Command("send", "Gửi ngay mọi thư đang chờ.");
        send.SetAction(SendAsync);
        Subcommands.Add(send);
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var (mails, damages) = await store.Get<OutboxTable>().ReadAsync(parsed.GetValue(_state), cancellation);
        var table = new Table().Texts("Mã thư", "Trạng thái", "Ngày tạo", "Người nhận", "Lý do");
        foreach (var mail in mails.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id, StringComparer.Ordinal))
            table.Row(mail.Id, MailWords.Of(mail), At(mail.CreatedAt), To(mail), mail.Error);
        _screen.Print(table);
        _screen.Tell($"{mails.Count} thư.");
        return _screen.Tell(damages);
    }

    private async Task<int> RetryAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var to = parsed.GetValue(_to)!;
        if (Addresses.Recipients(to).Count > MailAddresses.Most)
            throw new UsageException($"--to nhận nhiều nhất {MailAddresses.Most} địa chỉ.");
        if (parsed.GetValue(_id) is { Length: > 0 } id)
        {
            if (!await store.Get<RetryMail>().RetryAsync(id, to, cancellation))
                throw new CannotException($"Không có thư {id} cần gửi lại: mã sai, đã gửi đủ, hoặc đang được gửi.");
            _screen.Print(id);
            return ExitCode.Done;
        }
        if (to.Length > 0)
            throw new UsageException("--to chỉ dùng cùng với mã thư.");
        var state = parsed.GetValue(_state) ?? MailState.Failed;
        var asked = 0;
        foreach (var mail in await store.Get<OutboxTable>().ListAsync(state, cancellation))
        {
            if (!await store.Get<RetryMail>().RetryAsync(mail.Id, "", cancellation))
                continue;
            _screen.Print(mail.Id);
            asked++;
        }
        _screen.Tell($"Gửi lại {asked} thư.");
        return ExitCode.Done;
    }

    private async Task<int> SendAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var outbox = store.Get<OutboxTable>();
        var waiting = await outbox.ListAsync(MailState.Pending, cancellation);
        foreach (var mail in waiting)
            await store.Get<SendMail>().SendNowAsync(mail.Id, cancellation);
        var still = await outbox.ListAsync(MailState.Pending, cancellation);
        _screen.Tell($"Đã xử lý {waiting.Count} thư, còn {still.Count} thư chờ. Xem: cchc outbox");
        return still.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }

    private static string To(StoredMail mail) => string.Join("; ", mail.Recipients.Select(to => to.Address));

    private static string At(DateTimeOffset instant) => DayText.WithTime(instant);
}
