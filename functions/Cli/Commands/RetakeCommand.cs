using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Reads uploads again, after a profile was mended.</summary>
internal sealed class RetakeCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string?> _code = new("CODE")
    {
        Description = "Mã hoặc tên đơn vị; không ghi: mọi đơn vị.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public RetakeCommand(StoreAccess access, Screen screen)
        : base("retake", "Đọc lại các tệp đã gửi, sau khi sửa mẫu tệp; chỉ những gì đọc khác đi mới thay đổi.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_code);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var asked = parsed.GetValue(_code);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var code = asked?.CodeIn(units);
        if (code is not null && !units.Knows(code))
            throw new UsageException($"Không có đơn vị mang mã \"{code}\".");
        var retaken = await store.Get<RetakeUploads>().RetakeAsync(code, cancellation);
        if (retaken.Changed.Count > 0)
            _screen.Print(ReceiptTable.Of(InOrder(retaken.Changed)));
        _screen.Print(ReceiptTable.Sum(retaken));
        foreach (var trouble in retaken.Troubles)
            _screen.Tell($"{trouble}. Chưa đọc lại được; sửa xong thì chạy lại.");
        if (retaken.Untold > 0)
            _screen.Tell(
                $"{retaken.Untold} tệp khác đã đọc lại xong, đang chờ đơn vị tính lại được mới ghi phiếu nhận tệp."
            );
        return retaken.Failures.Count > 0 || ReceiptTable.HasRefusals(retaken.Present)
            ? ExitCode.Refusals
            : ExitCode.Done;
    }

    private static IEnumerable<RetakenUpload> InOrder(IEnumerable<RetakenUpload> changed) =>
        changed
            .OrderBy(upload => upload.After.Unit, StringComparer.Ordinal)
            .ThenBy(upload => upload.After.File, StringComparer.Ordinal);
}
