using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Uploads a filled-in checklist and takes it in now.</summary>
internal sealed class ChecklistImportCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE") { Description = "Phiếu đã điền: .xlsx hoặc CSV." };

    public ChecklistImportCommand(StoreAccess access, Screen screen)
        : base("import", "Tải phiếu đã điền lên và nạp ngay.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_file);
        if (!File.Exists(path))
            throw new UsageException($"Không có tệp {path}.");
        if (UploadName.ProblemOf(Path.GetFileName(path)) is { } problem)
            throw new UsageException(problem);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var name = Path.GetFileName(path).Normalize();
        var content = await File.ReadAllBytesAsync(path, cancellation);
        var uploadedAt = store.Get<TimeProvider>().GetUtcNow().UtcTicks;
        await store.Get<ChecklistFiles>().PutAsync(name, content, uploadedAt, cancellation);
        var receipt =
            await store.Get<TakeInChecklist>().TakeInAsync(name, cancellation)
            ?? throw new CannotException($"Phiếu {name} vừa tải lên đã bị xóa.");
        _screen.Print(ChecklistReceiptTable.Of(receipt));
        if (ChecklistReceiptTable.Findings(receipt) is { } findings)
            _screen.Print(findings);
        return ChecklistReceiptTable.HasRefusals(receipt) ? ExitCode.Refusals : ExitCode.Done;
    }
}
