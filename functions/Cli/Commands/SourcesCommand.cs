using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Pull;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>Sources that exports are pulled from (docs/sources.md).</summary>
internal sealed class SourcesCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE") { Description = "Danh sách nguồn dạng JSON." };

    public SourcesCommand(StoreAccess access, Screen screen)
        : base("sources", "Nguồn số liệu được lấy tự động qua mạng.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay nguồn theo id.") { _file };
        import.SetAction(ImportAsync);
        var list = new Command("list", "Các nguồn, lần lấy được và lần lỗi gần nhất của từng đơn vị.");
        list.SetAction(ListAsync);
        Subcommands.Add(import);
        Subcommands.Add(list);
    }

    private async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await ListFile.ReadAsync(file, PullSources.Parse, cancellation);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var setting = store.Get<StaffSetting<PullSources>>();
        var present = await setting.TextToAddToAsync(PullSources.Shipped, cancellation);
        var import = await ListFile.ReadAsync(file, text => SourceImport.Parse(text, present, units), cancellation);
        await setting.WriteAsync(import.Merged, cancellation);
        foreach (var source in import.Added)
            _screen.Print($"Thêm nguồn '{source.Id}'");
        foreach (var source in import.Replaced)
            _screen.Print($"Thay nguồn '{source.Id}'");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} nguồn.");
        return ExitCode.Done;
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var sources = await store.Get<StaffSetting<PullSources>>().GetAsync(cancellation);
        if (sources.All.Count == 0)
        {
            _screen.Print("Chưa có nguồn nào. Thêm nguồn: cchc sources import FILE.");
            return ExitCode.Done;
        }
        var table = new Table().Texts(
            "Nguồn",
            "Đơn vị",
            "Trạng thái",
            "Lấy được gần nhất",
            "Lỗi gần nhất",
            "Ngày còn thiếu"
        );
        foreach (var source in sources.All)
        {
            var state = await store.Get<PullStates>().ReadAsync(source.Id, cancellation);
            var gaps = await store.Get<PullGaps>().OfAsync(source, cancellation);
            foreach (var unit in source.Units)
                table.Row(Cells(source, unit, state.Of(unit), gaps.GetValueOrDefault(unit) ?? []));
        }
        _screen.Print(table);
        return ExitCode.Done;
    }

    private static string[] Cells(PullSource source, string unit, UnitState state, IReadOnlyList<DateOnly> gaps) =>
        [
            source.Id,
            unit,
            source.IsEnabled ? "đang bật" : "đang tắt",
            OutwardWords.Of(state.LastSuccess),
            OutwardWords.Of(state.LastFailure),
            OutwardWords.OfGaps(gaps),
        ];
}
