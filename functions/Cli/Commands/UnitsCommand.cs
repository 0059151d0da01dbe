using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Adds or replaces units.</summary>
internal sealed class UnitsCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description =
            "CSV với các cột code,name,kind,parent,valid_from,valid_to,successors và, nếu có, mail, agency_codes (mã cơ quan trong mã hồ sơ, cách nhau bằng ;).",
    };

    public UnitsCommand(StoreAccess access, Screen screen)
        : base("units", "Danh mục đơn vị.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay đơn vị theo mã và ngày bắt đầu hiệu lực.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(
            access,
            screen,
            async (store, then) => UnitCsv.Write((await store.Get<Registers>().GetAsync(then)).Units.All)
        );
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var present = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var import = await ListFile.ReadAsync(file, text => UnitImport.Parse(text, present), cancellation);
        await store.Get<RegisterStore>().ImportUnitsAsync(import.All, cancellation);
        foreach (var unit in import.Added)
            _screen.Print($"Thêm {Line(unit)}");
        foreach (var unit in import.Replaced)
            _screen.Print($"Thay {Line(unit)}");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} đơn vị.");
        return ExitCode.Done;
    }

    private static string Line(Unit unit)
    {
        var from = unit.ValidFrom is { } first ? $", từ ngày {Words.Day(first)}" : "";
        var to = unit.ValidTo is { } last ? $", đến ngày {Words.Day(last)}" : "";
        return $"{unit.Id}: {unit.Name}{from}{to}";
    }
}
