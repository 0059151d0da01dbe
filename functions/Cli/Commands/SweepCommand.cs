using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>What the timer does every quarter of an hour, now.</summary>
internal sealed class SweepCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;

    public SweepCommand(StoreAccess access, Screen screen)
        : base("sweep", "Nạp ngay mọi tệp đã tải lên mà chưa có kết quả; mỗi tệp một dòng kết quả.")
    {
        (_access, _screen) = (access, screen);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var receipts = await store.Get<SweepExports>().SweepAsync(cancellation);
        var sorted = receipts
            .OrderBy(receipt => receipt.Unit, StringComparer.Ordinal)
            .ThenBy(receipt => receipt.File, StringComparer.Ordinal)
            .ToList();
        _screen.Print(ReceiptTable.Of(sorted));
        _screen.Print(ReceiptTable.Sum(sorted));
        return ReceiptTable.HasRefusals(sorted) ? ExitCode.Refusals : ExitCode.Done;
    }
}
