using System.CommandLine;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Commands;

/// <summary>Lists the follow-up register.</summary>
internal sealed class FollowUpsCommand : Command
{
    private const int Parallelism = 8;
    private readonly StoreAccess _access;
    private readonly Screen _screen;
    private readonly Option<string?> _unit = new("--unit")
    {
        Description = "Chỉ một đơn vị: " + UnitArgument.Description,
        HelpName = "CODE",
    };
    private readonly Option<string?> _period = new("--period") { Description = "Chỉ một kỳ.", HelpName = "P" };
    private readonly Option<bool> _overdue = new("--overdue")
    {
        Description = "Chỉ những mục đã ban hành công văn, quá hạn mà chưa trả lời.",
    };
    private readonly Option<Format?> _format = Choice.Of<Format>("--format", "Cách in.");

    public FollowUpsCommand(StoreAccess access, Screen screen)
        : base("followups", "Sổ theo dõi khắc phục: từng hạn chế, thời hạn, trả lời và kết quả kỳ sau.")
    {
        (_access, _screen) = (access, screen);
        foreach (var option in (Option[])[_unit, _period, _overdue, _format])
            Options.Add(option);
        Subcommands.Add(new FollowUpsReplyCommand(access, screen));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = await _access.OpenAsync(parsed, cancellation);
        var period = parsed.GetValue(_period)?.Trim().In(store.Get<PeriodScheme>());
        var register = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var units = Units(register, parsed.GetValue(_unit));
        var today = store.Get<TimeProvider>().Today();
        var read = await ListAsync(store.Get<FollowUpTable>(), units, cancellation);
        var items = read.SelectMany(ofUnit => ofUnit.Rows)
            .Where(item => period is null || item.Period == period.Name)
            .Where(item => !parsed.GetValue(_overdue) || item.IsOverdueOn(today))
            .ToList();
        switch (parsed.GetValue(_format) ?? Format.Table)
        {
            case Format.Csv:
                _screen.PrintText(FollowUpListing.Of(items, register, today).Csv());
                break;
            case Format.Json:
                _screen.PrintText(FollowUpListing.Of(items, register, today).Json());
                break;
            case Format.Table when items.Count == 0:
                _screen.Print("Không có mục theo dõi nào.");
                break;
            case Format.Table:
                _screen.Print(FollowUpListing.Table(items, register, today));
                break;
        }
        return _screen.Tell(read.SelectMany(ofUnit => ofUnit.Damages));
    }

    private static async Task<SoundRows<FollowUp>[]> ListAsync(
        FollowUpTable table,
        IReadOnlyList<Unit> units,
        CancellationToken cancellation
    )
    {
        var items = new SoundRows<FollowUp>[units.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            units.Index(),
            options,
            async (at, token) => items[at.Index] = await table.ReadAsync(at.Item.Id, token)
        );
        return items;
    }

    private static IReadOnlyList<Unit> Units(UnitRegister register, string? asked)
    {
        var units = asked is null ? register.All : UnitArgument.All(register, asked, _ => true);
        return units.Count > 0 ? units : throw new UsageException($"Không có đơn vị \"{asked}\".");
    }
}
