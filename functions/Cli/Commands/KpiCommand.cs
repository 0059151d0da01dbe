using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Prints the figures of a period.</summary>
internal sealed class KpiCommand : Command
{
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Argument<string> _period = PeriodArgument.Create();
    private readonly Option<Breakdown?> _by = Choice.Of<Breakdown>(
        "--by",
        "Chia theo đơn vị, lĩnh vực, thủ tục hay ngày."
    );
    private readonly Option<string?> _unit = new("--unit")
    {
        Description = "Chỉ một đơn vị: " + UnitArgument.Description,
        HelpName = "CODE",
    };
    private readonly Option<PeriodScheme?> _scheme = Choice.Of<PeriodScheme>(
        "--scheme",
        "Kỳ theo quy định (từ ngày 15 đến ngày 14) hay theo lịch."
    );
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.");

    public KpiCommand(StoreAccess access, Screen screen)
        : base("kpi", "In các chỉ số của một kỳ.")
    {
        (_access, _screen) = (access, screen);
        Arguments.Add(_period);
        foreach (var option in (Option[])[_by, _unit, _scheme, _format])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var scheme = parsed.GetValue(_scheme) ?? store.Get<PeriodScheme>();
        var period = parsed.GetRequiredValue(_period).In(scheme);
        var by = parsed.GetValue(_by) ?? Breakdown.Unit;
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var units = Units(register, period, parsed.GetValue(_unit));
        var (rows, damages) = await store.Get<KpiQuery>().RowsAsync(period, by, scheme, units, cancellation);
        switch (parsed.GetValue(_format) ?? Format.Table)
        {
            case Format.Csv:
                _screen.PrintText(KpiListing.Csv(rows));
                break;
            case Format.Json:
                _screen.PrintText(KpiListing.Json(rows) + "\n");
                break;
            case Format.Table:
                _screen.Print($"Kỳ {period.Name}, từ ngày {Words.Day(period.From)} đến ngày {Words.Day(period.To)}");
                _screen.Print(KpiTable.Of(rows, by));
                break;
        }
        if (KpiTable.ReturnedUnknown(rows, by) is { } unknown)
            _screen.Tell(unknown);
        return _screen.Tell(damages);
    }

    /// <summary>Those that existed at some time in the period.</summary>
    private static List<Unit> Units(UnitRegister register, Period period, string? asked)
    {
        var units = asked is null ? register.All : UnitArgument.All(register, asked, IsPresent);
        if (units.Count == 0 && asked is not null)
            throw new UsageException($"Không có đơn vị \"{asked}\". Xem các đơn vị: cchc kpi {period.Name}");
        var present = units.Where(IsPresent).ToList();
        return present.Count > 0 || asked is null
            ? present
            : throw new UsageException($"Đơn vị \"{asked}\" không có hiệu lực trong kỳ {period.Name}.");

        bool IsPresent(Unit unit) => unit.Term.Overlaps(period);
    }
}
