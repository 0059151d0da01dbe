using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Takes a wrong upload out; the unit is derived again without it.</summary>
internal sealed class WithdrawCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _code = UnitCodeArgument.Create(
        "Mã đơn vị của thư mục gửi tệp (5 chữ số) hoặc tên đơn vị."
    );
    private readonly Argument<string> _file = new("FILE") { Description = "Tên tệp đã gửi, như trong phiếu nhận tệp." };
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Vì sao rút; được ghi vào phiếu nhận tệp, nên đừng ghi tên người dân.",
        HelpName = "TEXT",
        Required = true,
    };

    public WithdrawCommand(StoreAccess access, Screen screen)
        : base("withdraw", "Rút một tệp gửi nhầm; số liệu của đơn vị được tính lại như chưa có tệp đó.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_code);
        Arguments.Add(_file);
        Options.Add(_reason);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (asked, file) = (parsed.GetRequiredValue(_code), parsed.GetRequiredValue(_file));
        var reason = string.Join(
            ' ',
            parsed.GetRequiredValue(_reason).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (reason.Length == 0)
            throw new UsageException("--reason không được để trống: ghi vì sao rút tệp.");
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var code = asked.CodeIn((await store.Get<Registers>().GetAsync(cancellation)).Units);
        var withdraw = store.Get<WithdrawUpload>();
        var receipt =
            await withdraw.WithdrawAsync(code, file, reason, cancellation)
            // Terminals may spell a name otherwise than the uploads do.
            ?? await withdraw.WithdrawAsync(code, file.Normalize(), reason, cancellation)
            ?? throw new CannotException(
                $"Không có tệp \"{file}\" của đơn vị {code}. Tên tệp phải đúng như trong phiếu nhận tệp, kể cả phần mở rộng."
            );
        _screen.Print(receipt.Message);
        return ExitCode.Done;
    }
}
