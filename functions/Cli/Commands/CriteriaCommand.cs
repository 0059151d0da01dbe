using System.CommandLine;
using CCHC.Cli.Lists;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>The criteria of checklists: shown, added or replaced.</summary>
internal sealed class CriteriaCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _file = new("FILE")
    {
        Description =
            "CSV với các cột id,name,kind,order,requirement,measure,valid_from,valid_to,unit,source,shortcoming,task.",
    };

    public CriteriaCommand(StoreAccess access, Screen screen)
        : base("criteria", "Tiêu chí của phiếu kiểm tra.")
    {
        (_access, _screen) = (access, screen);
        var import = new Command("import", "Thêm hoặc thay tiêu chí theo mã, ngày bắt đầu và đơn vị.") { _file };
        import.SetAction(ImportAsync);
        var list = new Command("list", "In các tiêu chí hiện có.");
        list.SetAction(ListAsync);
        Subcommands.Add(import);
        Subcommands.Add(list);
        this.AddListAndExport(
            access,
            screen,
            (store, then) => store.Get<StaffSetting<CriterionList>>().ReadTextAsync(then)
        );
    }

    private async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var setting = store.Get<StaffSetting<CriterionList>>();
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var present = await setting.TextToAddToAsync(CriterionCsv.Header, cancellation);
        var import = await ListFile.ReadAsync(file, text => CriterionImport.Parse(text, present, units), cancellation);
        await setting.WriteAsync(import.Text, cancellation);
        foreach (var criterion in import.Added)
            _screen.Print($"Thêm {Line(criterion)}");
        foreach (var criterion in import.Replaced)
            _screen.Print($"Thay {Line(criterion)}");
        _screen.Print($"Đã thêm {import.Added.Count}, thay {import.Replaced.Count} tiêu chí.");
        return ExitCode.Done;
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var list = await store.Get<StaffSetting<CriterionList>>().GetAsync(cancellation);
        var table = new Table()
            .Numbers("Thứ tự")
            .Texts("Mã", "Tiêu chí", "Yêu cầu", "Đơn vị", "Từ ngày", "Đến ngày", "Căn cứ");
        foreach (var criterion in list.All.OrderBy(one => one.Order).ThenBy(one => one.Id, StringComparer.Ordinal))
            table.Row(
                criterion.Order.ToString(System.Globalization.CultureInfo.InvariantCulture),
                criterion.Id,
                criterion.Name,
                CriterionWords.RequirementOf(criterion),
                criterion.Unit ?? "mọi đơn vị",
                Words.Day(criterion.ValidFrom),
                criterion.ValidTo is { } last ? Words.Day(last) : "",
                criterion.Source
            );
        _screen.Print(table);
        return ExitCode.Done;
    }

    private static string Line(Criterion criterion)
    {
        var to = criterion.ValidTo is { } last ? $" đến ngày {Words.Day(last)}" : "";
        return $"{criterion.Id}: {criterion.Name} ({CriterionWords.RequirementOf(criterion)}), {criterion.Unit ?? "mọi đơn vị"}, từ ngày {Words.Day(criterion.ValidFrom)}{to}";
    }
}
