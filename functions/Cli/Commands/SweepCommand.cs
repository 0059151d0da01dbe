using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>What the timer does every quarter of an hour, now.</summary>
internal sealed class SweepCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;

    public SweepCommand(StoreAccess access, Screen screen)
        : base("sweep", "Nạp ngay mọi tệp và phiếu kiểm tra đã tải lên mà chưa có kết quả; mỗi tệp một dòng.")
    {
        (_access, _screen) = (access, screen);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var hasRefusals = false;
        await InTurn.ForEachAsync<Func<Task<bool>>>(
            [() => SweepExportsAsync(store, cancellation), () => SweepChecklistsAsync(store, cancellation)],
            async sweep => hasRefusals |= await sweep()
        );
        return hasRefusals ? ExitCode.Refusals : ExitCode.Done;
    }

    /// <summary>However long ago they were uploaded: who asks by hand doesn't wait for the night.</summary>
    private async Task<bool> SweepExportsAsync(OpenedStore store, CancellationToken cancellation)
    {
        var told = new List<Receipt>();
        try
        {
            await store.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, told.Add, cancellation);
        }
        catch (PartlyDoneException)
        {
            Print(told);
            throw;
        }
        return Print(told);
    }

    private bool Print(IEnumerable<Receipt> told)
    {
        var sorted = told.OrderBy(receipt => receipt.Unit, StringComparer.Ordinal)
            .ThenBy(receipt => receipt.File, StringComparer.Ordinal)
            .ToList();
        _screen.Print(ReceiptTable.Of(sorted));
        _screen.Print(ReceiptTable.Sum(sorted));
        return ReceiptTable.HasRefusals(sorted);
    }

    private async Task<bool> SweepChecklistsAsync(OpenedStore store, CancellationToken cancellation)
    {
        var receipts = await store.Get<SweepChecklists>().SweepAsync(cancellation);
        if (receipts.Count > 0)
            _screen.Print(ChecklistReceiptTable.Of([.. receipts]));
        return receipts.Any(ChecklistReceiptTable.HasRefusals);
    }
}
