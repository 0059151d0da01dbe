using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Commands;

/// <summary>Replaces the list of issuing authorities.</summary>
internal sealed class AuthorityCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "JSON: mảng các cơ quan ban hành, mỗi cơ quan một khoảng thời gian (docs/checklists.md).",
    };

    public AuthorityCommand(StoreAccess access, Screen screen)
        : base("authority", "Cơ quan ban hành công văn.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thay cả danh sách cơ quan ban hành.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(
            access,
            screen,
            (store, then) => store.Get<StaffSetting<Authorities>>().ReadTextAsync(then)
        );
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var (text, count) = await ListFile.ReadAsync(file, Checked, cancellation);
        await store.Get<StaffSetting<Authorities>>().WriteAsync(text, cancellation);
        store.Get<Registers>().Forget();
        _screen.Print($"Đã thay danh sách cơ quan ban hành: {count} cơ quan.");
        return ExitCode.Done;
    }

    private static (string Text, int Count) Checked(string text)
    {
        _ = Authorities.Parse(text);
        using var list = System.Text.Json.JsonDocument.Parse(text);
        var count = list.RootElement.GetArrayLength();
        return count > 0 ? (text, count) : throw new InvalidDataException("Danh sách không có cơ quan nào.");
    }
}
