using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Adds or replaces targets.</summary>
internal sealed class TargetsCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "CSV với các cột kpi,target,valid_from,valid_to,unit,source; chỉ tiêu dạng 40% hoặc 2/5.",
    };

    public TargetsCommand(StoreAccess access, Screen screen)
        : base("targets", "Chỉ tiêu được giao.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay chỉ tiêu theo chỉ số, ngày bắt đầu và đơn vị.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(
            access,
            screen,
            async (store, then) => Target.WriteCsv((await store.Get<Registers>().GetAsync(then)).Targets)
        );
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var present = await store.Get<Registers>().GetAsync(cancellation);
        var import = await ListFile.ReadAsync(
            file,
            text => TargetImport.Parse(text, present.Targets, present.Units),
            cancellation
        );
        await store.Get<RegisterStore>().ImportTargetsAsync(import.All, cancellation);
        foreach (var target in import.Added)
            _screen.Print($"Thêm {Line(target)}");
        foreach (var target in import.Replaced)
            _screen.Print($"Thay {Line(target)}");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} chỉ tiêu.");
        return ExitCode.Done;
    }

    private static string Line(Target target)
    {
        var to = target.ValidTo is { } last ? $" đến ngày {Words.Day(last)}" : "";
        return $"{target.Kpi} {target.Text}, {target.Unit ?? "mọi đơn vị"}, từ ngày {Words.Day(target.ValidFrom)}{to} ({target.Source})";
    }
}
