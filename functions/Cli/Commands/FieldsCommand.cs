using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>The fields of procedures that exports may name: shown, added or replaced.</summary>
internal sealed class FieldsCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description =
            "CSV với các cột name,other_names (và id, nếu muốn); các cách viết khác cách nhau bằng dấu chấm phẩy.",
    };

    public FieldsCommand(StoreAccess access, Screen screen)
        : base("fields", "Danh mục lĩnh vực thủ tục hành chính.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay lĩnh vực theo tên.") { _file };
        import.SetAction(RunAsync);
        Subcommands.Add(import);
        this.AddListAndExport(
            access,
            screen,
            (store, then) => store.Get<StaffSetting<FieldList>>().ReadTextAsync(then)
        );
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var setting = store.Get<StaffSetting<FieldList>>();
        var present = await setting.TextToAddToAsync(FieldCsv.Header, cancellation);
        var import = await ListFile.ReadAsync(file, text => FieldImport.Parse(text, present), cancellation);
        await setting.WriteAsync(import.Text, cancellation);
        store.Get<Registers>().Forget();
        foreach (var field in import.Added)
            _screen.Print($"Thêm {Line(field)}");
        foreach (var field in import.Replaced)
            _screen.Print($"Thay {Line(field)}");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} lĩnh vực.");
        return ExitCode.Done;
    }

    private static string Line(ListedField field) =>
        field.OtherNames.Count == 0 ? field.Name : $"{field.Name} (cũng viết: {string.Join("; ", field.OtherNames)})";
}
