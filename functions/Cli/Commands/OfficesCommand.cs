using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Adds or replaces the offices that answer for fields of procedures.</summary>
internal sealed class OfficesCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description =
            "CSV với các cột id,name,head,fields,mail,valid_from,valid_to; các lĩnh vực cách nhau bằng dấu chấm phẩy.",
    };

    public OfficesCommand(StoreAccess access, Screen screen)
        : base("offices", "Cơ quan chuyên môn và lĩnh vực phụ trách.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay cơ quan theo mã và ngày bắt đầu.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(
            access,
            screen,
            async (store, then) => OfficeCsv.Write((await store.Get<Registers>().GetAsync(then)).Offices)
        );
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var present = (await store.Get<Registers>().GetAsync(cancellation)).Offices;
        var import = await ListFile.ReadAsync(file, text => OfficeImport.Parse(text, present), cancellation);
        await store.Get<OfficeStore>().ImportAsync(import.All, cancellation);
        store.Get<Registers>().Forget();
        foreach (var office in import.Added)
            _screen.Print($"Thêm {Line(office)}");
        foreach (var office in import.Replaced)
            _screen.Print($"Thay {Line(office)}");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} cơ quan.");
        return ExitCode.Done;
    }

    private static string Line(Office office)
    {
        var from = office.ValidFrom is { } first ? $", từ ngày {Words.Day(first)}" : "";
        var to = office.ValidTo is { } last ? $", đến ngày {Words.Day(last)}" : "";
        return $"{office.Id}: {office.Name}, {office.Fields.Count} lĩnh vực{from}{to}";
    }
}
