using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Commands;

/// <summary>Derives everything again from the journal, or compares only.</summary>
internal sealed class RebuildCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<bool> _verify = new("--verify")
    {
        Description = "Chỉ tính lại và so sánh, không thay đổi gì.",
    };

    public RebuildCommand(StoreAccess access, Screen screen)
        : base("rebuild", "Tính lại sổ cái và số liệu từ nhật ký.")
    {
        (_access, _screen) = (access, screen);
        Options.Add(_verify);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        return parsed.GetValue(_verify)
            ? await VerifyAsync(store, cancellation)
            : await RebuildAsync(store, cancellation);
    }

    private async Task<int> VerifyAsync(OpenedStore store, CancellationToken cancellation)
    {
        var differences = await store
            .Get<VerifyRebuild>()
            .VerifyAsync((total, work) => _screen.ProgressAsync("Đối chiếu", total, work), cancellation);
        foreach (var difference in differences)
            _screen.Print(difference);
        _screen.Print(
            differences.Count == 0
                ? "Không có sai khác."
                : $"{differences.Count} sai khác. Chạy cchc rebuild để tính lại từ nhật ký; mục nhật ký hỏng thì phục hồi từ bản sao lưu trước."
        );
        return differences.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }

    private async Task<int> RebuildAsync(OpenedStore store, CancellationToken cancellation)
    {
        var rebuilt = await store
            .Get<Rebuild>()
            .RebuildAsync((total, work) => _screen.ProgressAsync("Tính lại", total, work), cancellation);
        foreach (var place in rebuilt.Removed.Places)
            _screen.Print($"Đã xóa {place}: nhật ký không nói đến.");
        foreach (var row in rebuilt.PutBack)
            _screen.Print($"Đã lập lại {row.Damage.Place} bị mất{(row.IsKnownWhole ? "" : $"; {row.Missing}")}.");
        foreach (var trouble in rebuilt.Troubles)
            _screen.Print(trouble.ToString());
        _screen.Print($"Đã tính lại {rebuilt.Units.Count} đơn vị từ nhật ký.");
        if (rebuilt.Troubles.Count == 0)
            return ExitCode.Done;
        _screen.Print(
            $"{rebuilt.Troubles.Count} đơn vị nêu trên chưa tính lại xong. Phục hồi tệp hỏng từ bản sao lưu, bỏ khóa tệp đang bị khóa, rồi chạy lại."
        );
        return ExitCode.Refusals;
    }
}
