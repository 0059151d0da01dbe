using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Spectre.Console;

namespace CCHC.Cli.Commands;

/// <summary>Asks the budget pages of a period's checklist now: the weekly timer's twin.</summary>
internal sealed class CheckPagesCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();

    public CheckPagesCommand(StoreAccess access, Screen screen)
        : base("check-pages", "Kiểm tra các trang công khai ngân sách trong phiếu kiểm tra của một kỳ.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var period = parsed.GetRequiredValue(_period);
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var scheme = store.Get<PeriodScheme>();
        var lines = await store.Get<CheckBudgetPages>().CheckAsync(period.In(scheme), cancellation);
        if (lines.Count == 0)
        {
            _screen.Print($"Phiếu kiểm tra kỳ {period} chưa có địa chỉ trang công khai nào.");
            return ExitCode.Done;
        }
        var table = new Table().Texts("Đơn vị", "Địa chỉ", "Kết quả", "Ngày kiểm tra", "Căn cứ");
        foreach (var line in lines.OrderBy(line => line.Unit, StringComparer.Ordinal))
            table.Row(Cells(line, units));
        _screen.Print(table);
        return lines.All(line => line.Page?.Status is PageStatus.Published) ? ExitCode.Done : ExitCode.Refusals;
    }

    private static string[] Cells(ChecklistLine line, UnitRegister units) =>
        [
            units.Find(line.Unit)?.Name ?? line.Unit,
            line.Answer.Address,
            line.Page is { } page ? OutwardWords.Of(page.Status) : "chưa kiểm tra",
            Words.Day(line.Page?.CheckedOn),
            line.Page?.Evidence ?? "",
        ];
}
