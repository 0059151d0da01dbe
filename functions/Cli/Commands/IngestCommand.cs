using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Uploads;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Uploads files and takes them in now.</summary>
internal sealed class IngestCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Tệp (cần --unit), hoặc thư mục có mỗi đơn vị một thư mục con mang mã đơn vị.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> _unit = UnitCodeArgument.Optional("--unit", "Mã hoặc tên đơn vị của mọi tệp.");
    private readonly Option<Format?> _format = Choice.Of("--format", "Cách in.", Format.Table, Format.Json);

    public IngestCommand(StoreAccess access, Screen screen)
        : base("ingest", "Tải tệp xuất lên và nạp ngay; mỗi tệp một dòng kết quả.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_paths);
        Options.Add(_unit);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (paths, unit) = (parsed.GetRequiredValue(_paths), parsed.GetValue(_unit));
        var found = unit is null || UnitCodeArgument.IsCode(unit) ? FilesOf(paths, unit) : null;
        await using var store = await _access.OpenAsync(parsed, cancellation);
        // Only the store's own list knows whose name it is.
        var files = found ?? FilesOf(paths, unit!.CodeIn((await store.Get<Registers>().GetAsync(cancellation)).Units));
        var receipts = new List<Receipt>();
        try
        {
            var ingest = new IngestByUnit(store.Get<IngestFiles>(), store.Get<TimeProvider>());
            await _screen.ProgressAsync(
                "Nạp tệp",
                files.Count,
                step => ingest.IngestAsync(files, Note(step), cancellation)
            );
        }
        finally
        {
            Print(receipts, parsed.GetValue(_format) ?? Format.Table);
        }
        return ReceiptTable.HasRefusals(receipts) ? ExitCode.Refusals : ExitCode.Done;

        Action<Receipt> Note(Action step) =>
            receipt =>
            {
                receipts.Add(receipt);
                step();
            };
    }

    private static IReadOnlyList<IngestFile> FilesOf(string[] paths, string? code) =>
        UploadFolder.Find(paths, code) is { Count: > 0 } files
            ? files
            : throw new UsageException("Không tìm thấy tệp nào để nạp.");

    private void Print(IEnumerable<Receipt> receipts, Format format)
    {
        var sorted = receipts
            .OrderBy(receipt => receipt.Unit, StringComparer.Ordinal)
            .ThenBy(receipt => receipt.File, StringComparer.Ordinal)
            .ToList();
        if (format is Format.Json)
        {
            _screen.PrintText(ReceiptTable.Json(sorted));
            return;
        }
        _screen.Print(ReceiptTable.Of(sorted));
        _screen.Print(ReceiptTable.Sum(sorted));
        foreach (var receipt in sorted)
        {
            foreach (var doubt in receipt.Doubts)
                _screen.Tell($"Nghi vấn, {receipt.UnitName ?? receipt.Unit}, {receipt.File}: {doubt.Message}");
        }
        if (ReceiptTable.HasRefusals(sorted))
            _screen.Tell("Phiếu nhận của từng tệp, kèm bảng lỗi và cách sửa: cchc receipts MÃ [TỆP] --out THƯ_MỤC");
    }
}
