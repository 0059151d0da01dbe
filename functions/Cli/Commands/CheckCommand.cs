using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Uploads;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Says of a file what a take-in would say; stores nothing, and needs no store.</summary>
internal sealed class CheckCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE") { Description = "Tệp xuất." };
    private readonly Option<string> _unit = UnitCodeArgument.Required("--unit", "Mã hoặc tên đơn vị của tệp.");
    private readonly Option<Format?> _format = Choice.Of("--format", "Cách in.", Format.Table, Format.Json);

    public CheckCommand(StoreAccess access, Screen screen)
        : base("check", "Đọc thử một tệp xuất và cho biết sẽ nhận thế nào; không lưu gì.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_file);
        Options.Add(_unit);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (path, unit) = (parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_unit));
        if (!File.Exists(path))
            throw new UsageException($"Không có tệp {path}.");
        var content = await File.ReadAllBytesAsync(path, cancellation);
        var receipt = await TryAsync(parsed, unit, path, content, cancellation);
        if ((parsed.GetValue(_format) ?? Format.Table) is Format.Json)
            _screen.PrintText(ReceiptTable.Json([receipt]));
        else
            Print(receipt);
        _screen.Tell("Đây là đọc thử: không lưu gì.");
        return ReceiptTable.HasRefusals([receipt]) ? ExitCode.Refusals : ExitCode.Done;
    }

    private async Task<Receipt> TryAsync(
        ParseResult parsed,
        string unit,
        string path,
        byte[] content,
        CancellationToken cancellation
    )
    {
        await using var store = await _access.FindAsync(parsed, cancellation);
        var units = store is null
            ? new UnitRegister(UnitCsv.Parse(Shipped.Units))
            : (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var code = unit.CodeIn(units);
        var file = UploadFolder.Find([path], code).Single().File;
        if (store is not null)
            return await store.Get<TryExport>().TryAsync(code, file, content, cancellation);
        _screen.Tell("Chưa có kho lưu trữ: dùng danh mục đơn vị và mẫu nguồn dữ liệu đi kèm chương trình.");
        return TryExport.Alone(code, file, content, _access.Time.GetUtcNow());
    }

    private void Print(Receipt receipt)
    {
        _screen.Print(ReceiptTable.Of([receipt]));
        _screen.Print(ReceiptTable.Sum([receipt]));
        if (receipt.Faults.Count + receipt.Warnings.Count > 0)
            _screen.Print(ReceiptTable.Findings(receipt));
        foreach (var doubt in receipt.Doubts)
            _screen.Print(doubt.Message);
    }
}
