using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Recovery;

namespace CCHC.Cli.Commands;

/// <summary>Fills an unused store from a backup, then derives and verifies all figures.</summary>
internal sealed class RestoreCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _folder = new("DIR") { Description = "Thư mục của bản sao lưu; chỉ đọc." };

    public RestoreCommand(StoreAccess access, Screen screen)
        : base("restore", "Phục hồi một bản sao lưu vào kho trống, rồi tính lại và đối chiếu mọi số liệu.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_folder);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
            throw new UsageException($"Không có thư mục {folder}.");
        await using var store = await _access.OpenAsIsAsync(parsed, cancellation);
        var result = await store.Get<RestoreStore>().RestoreAsync(folder, RecoveryProgress.On(_screen), cancellation);
        if (result.DoneBefore is { } done)
        {
            _screen.Print($"Kho này đã phục hồi xong từ bản sao lưu này lúc {At(done)}. Không thay đổi gì.");
            return ExitCode.Done;
        }
        Print(result);
        return result.Differences.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }

    private void Print(RestoreResult result)
    {
        var manifest = result.Manifest;
        _screen.Print(BackupTable.Of(manifest));
        _screen.Print(
            $"Đã phục hồi {manifest.Items} mục, sao lưu lúc {At(manifest.CreatedAt)} từ {manifest.Account}, mã bản sao {manifest.Digest[..16]}."
        );
        foreach (var difference in result.Differences)
            _screen.Print(difference);
        _screen.Print(
            result.Differences.Count == 0
                ? $"Đã tính lại {result.Units} đơn vị từ nhật ký; không có sai khác."
                : $"Đã tính lại {result.Units} đơn vị từ nhật ký; {result.Differences.Count} sai khác. Chạy cchc rebuild, rồi cchc rebuild --verify."
        );
        if (result.Held > 0)
            _screen.Tell(
                $"{result.Held} thư đang chờ khi sao lưu nay được giữ lại, vì có thể đã gửi sau đó. Xem: cchc outbox --state held; gửi: cchc outbox retry MÃ_THƯ"
            );
        if (manifest.WaitingExports > 0)
            _screen.Tell(
                $"Cảnh báo: {manifest.WaitingExports} tệp xuất chưa nạp xong khi sao lưu; đề nghị các đơn vị gửi lại."
            );
    }

    private static string At(DateTimeOffset instant) => DayText.WithTime(instant);
}
