using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Recovery.Poison;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>What was tried five times and given up: lists it, tries it again, or drops it.</summary>
internal sealed class PoisonCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<bool> _dropped = new("--dropped") { Description = "Thay vào đó: những việc đã bỏ hẳn." };
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.", Format.Table, Format.Json);
    private readonly Argument<string> _which = new("ID")
    {
        Description = "Mã hoặc dấu của việc, như trong danh sách; all: mọi việc.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => All,
    };
    private readonly Argument<string> _one = new("ID") { Description = "Mã hoặc dấu của việc, như trong danh sách." };
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Vì sao bỏ; được lưu lại, nên đừng ghi tên người dân.",
        HelpName = "TEXT",
        Required = true,
    };
    private const string All = "all";

    public PoisonCommand(StoreAccess access, Screen screen)
        : base("poison", "Những việc đã bỏ dở sau năm lần thử.")
    {
        (_access, _screen) = (access, screen);
        var list = new Command("list", "Việc gì, từ khi nào, mấy lần, vì sao, phải làm gì.") { _dropped, _format };
        list.SetAction(ListAsync);
        var retry = new Command("retry", "Làm lại ngay; việc làm được thì hết dấu.") { _which };
        retry.SetAction(RetryAsync);
        var drop = new Command("drop", "Không làm nữa; tệp thì được rút, phiếu thì được bỏ, lý do được lưu lại.")
        {
            _one,
            _reason,
        };
        drop.SetAction(DropAsync);
        foreach (var command in (Command[])[list, retry, drop])
            Subcommands.Add(command);
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var isJson = parsed.GetValue(_format) is Format.Json;
        if (parsed.GetValue(_dropped))
        {
            var dropped = await store.Get<DropGivenUp>().ListAsync(cancellation);
            if (isJson)
                _screen.PrintText(GivenUpListing.Of(dropped).Json());
            else
                _screen.Print(GivenUpListing.Table(dropped));
            return ExitCode.Done;
        }
        var items = await store.Get<ListGivenUp>().ListAsync(cancellation);
        if (isJson)
            _screen.PrintText(GivenUpListing.Of(items).Json());
        else if (items.Count == 0)
            _screen.Print("Không có việc nào bị bỏ dở.");
        else
            _screen.Print(GivenUpListing.Table(items));
        foreach (var (queue, count) in await store.Get<PoisonQueues>().CountAsync(cancellation))
            _screen.Tell(
                $"Hàng đợi {queue} còn {count} tin nhắn chưa được ghi nhận; cchc poison retry xử lý cả chúng."
            );
        return ExitCode.Done;
    }

    private async Task<int> RetryAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var failures = await MarkAllAsync(store, cancellation);
        var items = await store.Get<ListGivenUp>().ListAsync(cancellation);
        var which = parsed.GetValue(_which)!;
        if (which != All)
            items = [Find(items, which)];
        var done = 0;
        foreach (var item in items)
        {
            if (await RetryAsync(store, item, cancellation))
                done++;
        }
        _screen.Tell($"Làm lại {items.Count} việc, xong {done}.");
        return failures == 0 && done == items.Count ? ExitCode.Done : ExitCode.Refusals;
    }

    private async Task<bool> RetryAsync(OpenedStore store, GivenUp item, CancellationToken cancellation)
    {
        try
        {
            var (isDone, words) = await store.Get<RetryGivenUp>().RetryAsync(item, cancellation);
            _screen.Print($"{item.Mark}: {words}");
            return isDone;
        }
        catch (Exception again) when (again is not OperationCanceledException)
        {
            _screen.Print($"{item.Mark}: vẫn chưa làm được. {Failure.Of(again).Message}");
            return false;
        }
    }

    private async Task<int> DropAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var reason = string.Join(
            ' ',
            parsed.GetRequiredValue(_reason).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (reason.Length == 0)
            throw new UsageException("--reason không được để trống: ghi vì sao bỏ.");
        await using var store = await _access.OpenAsync(parsed, cancellation);
        await MarkAllAsync(store, cancellation);
        var item = Find(await store.Get<ListGivenUp>().ListAsync(cancellation), parsed.GetRequiredValue(_one));
        await store.Get<DropGivenUp>().DropAsync(item, reason, cancellation);
        _screen.Print($"{item.Mark}: đã bỏ");
        return ExitCode.Done;
    }

    /// <summary>What could not be marked, or has a strange message, goes on lying in its queue.</summary>
    private async Task<int> MarkAllAsync(OpenedStore store, CancellationToken cancellation)
    {
        var failures = await store.Get<ListGivenUp>().MarkAllAsync(cancellation);
        foreach (var failure in failures)
            _screen.Tell($"Chưa ghi nhận được một tin nhắn: {Failure.Of(failure).Message}");
        return failures.Count;
    }

    private static GivenUp Find(IReadOnlyList<GivenUp> items, string id) =>
        items.FirstOrDefault(item => item.IsCalled(id))
        ?? throw new CannotException($"Không có việc {id} nào bị bỏ dở. Xem: cchc poison list");
}
