using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Prints what a quarter's checklists say of every unit and criterion, with the verdict it gives today.</summary>
internal sealed class ChecklistListCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Option<string?> _unit = new("--unit")
    {
        Description = "Chỉ một đơn vị: " + UnitArgument.Description,
        HelpName = "CODE",
    };
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.");

    public ChecklistListCommand(StoreAccess access, Screen screen)
        : base("list", "In kết quả kiểm tra của một quý kèm đánh giá.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        Options.Add(_unit);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var quarter = ChecklistTemplateCommand.QuarterOf(parsed.GetRequiredValue(_period), store.Get<PeriodScheme>());
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var units = Units(register, quarter, parsed.GetValue(_unit));
        var (stored, damages) = await store.Get<ChecklistTable>().ReadAsync(quarter.Name, cancellation);
        var basis = await store.Get<ReviewBases>().ReadAsync(quarter, cancellation) with
        {
            Lines = stored.ToLookup(line => line.Unit, StringComparer.Ordinal),
        };
        List<(Unit, CriterionFinding)> lines =
        [
            // A unit with a line that can't be read is not one without a line.
            .. units
                .Where(unit => !basis.Waiting.ContainsKey(unit.Id))
                .SelectMany(unit => basis.Inspect(unit, quarter), (unit, finding) => (unit, finding)),
        ];
        Print(quarter, lines, parsed.GetValue(_format) ?? Format.Table);
        return _screen.Tell(damages.Concat(basis.Waiting.Values));
    }

    private void Print(Period quarter, List<(Unit, CriterionFinding)> lines, Format format)
    {
        switch (format)
        {
            case Format.Csv:
                _screen.PrintText(ChecklistListing.Csv(quarter.Name, lines));
                break;
            case Format.Json:
                _screen.PrintText(ChecklistListing.Json(quarter.Name, lines));
                break;
            case Format.Table:
                _screen.Print($"Kỳ {quarter.Name}, từ ngày {Words.Day(quarter.From)} đến ngày {Words.Day(quarter.To)}");
                _screen.Print(ChecklistListing.Table(lines));
                break;
        }
    }

    private static List<Unit> Units(UnitRegister register, Period quarter, string? asked)
    {
        if (asked is null)
            return [.. register.ValidOn(quarter.To)];
        return asked.FindIn(register, quarter) is { } unit && unit.Term.Includes(quarter.To)
            ? [unit]
            : throw new UsageException($"Đơn vị \"{asked}\" không có hiệu lực vào ngày cuối kỳ {quarter.Name}.");
    }
}
