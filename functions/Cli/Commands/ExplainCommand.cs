using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Lists the dossiers behind a figure, or the checklist line behind a criterion's verdict.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Argument<string> _unit = new("UNIT") { Description = UnitArgument.Description };
    private readonly Argument<string> _kpi = new("KPI")
    {
        Description = "Mã chỉ số (online, on-time, …) hoặc mã tiêu chí kiểm tra (plan-issued, …).",
    };
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.");

    public ExplainCommand(StoreAccess access, Screen screen)
        : base("explain", "Liệt kê từng hồ sơ làm nên một con số, hoặc dòng phiếu kiểm tra làm nên một kết luận.")
    {
        (_access, _screen) = (access, screen);
        foreach (var argument in (Argument[])[_period, _unit, _kpi])
            Arguments.Add(argument);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetRequiredValue(_period).In(store.Get<PeriodScheme>());
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var unit = parsed.GetRequiredValue(_unit).In(register, period);
        var (id, format) = (parsed.GetRequiredValue(_kpi).Trim(), parsed.GetValue(_format) ?? Format.Table);
        if (KpiCatalogue.Find(id) is { } kpi)
            Print(await store.Get<ExplainFigure>().ExplainAsync(unit, period, kpi, cancellation), format);
        else
            Print(await CriterionAsync(store, unit, period, id, cancellation), format);
        return ExitCode.Done;
    }

    private static async Task<ExplainedCriterion> CriterionAsync(
        OpenedStore store,
        Unit unit,
        Period period,
        string id,
        CancellationToken cancellation
    ) =>
        await store.Get<ExplainCriterion>().ExplainAsync(unit, period, id, cancellation)
        ?? throw new CannotException(
            $"\"{id}\" không phải là chỉ số, cũng không phải là tiêu chí đã được kiểm tra của {unit.Name} trong kỳ {period.Name}. Các chỉ số: {string.Join(", ", KpiCatalogue.All.Select(kpi => kpi.Id))}."
        );

    private void Print(ExplainedFigure figure, Format format)
    {
        switch (format)
        {
            case Format.Csv:
                _screen.PrintText(ExplanationListing.Of(figure).Csv());
                break;
            case Format.Json:
                _screen.PrintText(ExplanationListing.Json(figure));
                break;
            case Format.Table:
                _screen.Print(ExplanationListing.Title(figure));
                _screen.Print(ExplanationListing.Table(figure));
                _screen.Print(ExplanationListing.Sum(figure));
                break;
        }
    }

    private void Print(ExplainedCriterion criterion, Format format)
    {
        switch (format)
        {
            case Format.Csv:
                _screen.PrintText(CriterionListing.Of(criterion).Csv());
                break;
            case Format.Json:
                _screen.PrintText(CriterionListing.Of(criterion).Json());
                break;
            case Format.Table:
                _screen.Print(CriterionListing.Table(criterion));
                break;
        }
    }
}
