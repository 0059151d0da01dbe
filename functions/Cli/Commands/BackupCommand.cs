using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Recovery;

namespace CCHC.Cli.Commands;

/// <summary>Copies into a folder everything that the journal can't restore, and the journal.</summary>
internal sealed class BackupCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "Thư mục mới, hoặc thư mục đã sao lưu kho này trước đó: chỉ chép phần mới.",
    };

    public BackupCommand(StoreAccess access, Screen screen)
        : base(
            "backup",
            "Sao lưu nhật ký và mọi thứ không tính lại được từ nhật ký; chỉ đọc kho, chạy được khi hệ thống đang hoạt động."
        )
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_folder);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsIsAsync(parsed, cancellation);
        var folder = parsed.GetRequiredValue(_folder);
        var result = await store.Get<BackUpStore>().BackUpAsync(folder, RecoveryProgress.On(_screen), cancellation);
        var manifest = result.Manifest;
        _screen.Print(BackupTable.Of(manifest));
        _screen.Print(
            $"Đã sao lưu {manifest.Items} mục vào {folder}, {result.Written} tệp mới. Mã bản sao: {manifest.Digest[..16]}."
        );
        if (!manifest.StoodStill)
            _screen.Tell(
                "Kho có thay đổi suốt lúc sao lưu: phiếu tiếp nhận của vài phút cuối có thể chậm hơn nhật ký. Số liệu vẫn chính xác; sao lưu lại lúc hệ thống rảnh để có bản sao của đúng một thời điểm."
            );
        _screen.Tell(
            $"Không sao lưu {result.Exports} tệp xuất trong exports vì có dữ liệu cá nhân; nhật ký đã giữ phần được tính."
        );
        if (manifest.WaitingExports > 0)
            _screen.Tell(
                $"Cảnh báo: {manifest.WaitingExports} tệp xuất chưa nạp xong nên không có trong bản sao; nếu mất kho, các đơn vị phải gửi lại."
            );
        return ExitCode.Done;
    }
}
