using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Writes receipts for people: a page each, and its faults as a table.</summary>
internal sealed class ReceiptsCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _code = UnitCodeArgument.Create(
        "Mã đơn vị của thư mục gửi tệp (5 chữ số) hoặc tên đơn vị; _ là các tệp gửi sai chỗ, checklists là các phiếu kiểm tra.",
        ReceiptForms.IsOther
    );
    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "Tên tệp đã gửi; không ghi thì lấy phiếu của mọi tệp.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string> _out = new("--out")
    {
        Description = "Thư mục nhận các phiếu.",
        HelpName = "DIR",
        Required = true,
    };

    public ReceiptsCommand(StoreAccess access, Screen screen)
        : base("receipts", "Lấy phiếu nhận tệp ra thư mục: một trang mỗi tệp, kèm bảng lỗi (XLSX, CSV).")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_code);
        Arguments.Add(_file);
        Options.Add(_out);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (asked, file) = (parsed.GetRequiredValue(_code), parsed.GetValue(_file));
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var code = ReceiptForms.IsOther(asked) ? asked : asked.CodeIn(units);
        var forms = new ReceiptForms(
            store.Get<ReceiptStore>(),
            store.Get<ChecklistReceipts>(),
            new OutFolder(parsed.GetRequiredValue(_out))
        );
        var written = await forms.WriteAsync(code, file, cancellation);
        if (written.Count == 0)
            throw new CannotException(
                file is null
                    ? $"Chưa có phiếu nhận tệp nào của {code}."
                    : $"Không có phiếu nhận của tệp \"{file}\" dưới {code}. Tên tệp phải đúng như khi gửi, kể cả phần mở rộng."
            );
        foreach (var path in written)
            _screen.Print(path);
        return ExitCode.Done;
    }
}
