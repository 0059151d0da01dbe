using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Adds or replaces days off and working Saturdays.</summary>
internal sealed class DaysOffCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "CSV với các cột date,kind,name,confirmed; kind là off hoặc working_saturday.",
    };

    public DaysOffCommand(StoreAccess access, Screen screen)
        : base("days-off", "Ngày nghỉ và ngày làm bù.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay theo ngày.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(access, screen, (store, then) => store.Get<RegisterStore>().DaysOffTextAsync(then));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var registers = store.Get<RegisterStore>();
        var present = await registers.DaysOffToAddToAsync(cancellation);
        var import = await ListFile.ReadAsync(file, text => DaysOffImport.Parse(text, present), cancellation);
        await registers.WriteDaysOffAsync(import.Text, cancellation);
        store.Get<Registers>().Forget();
        _screen.Print($"Đã thêm {import.Added}, thay {import.Replaced} ngày.");
        return ExitCode.Done;
    }
}
