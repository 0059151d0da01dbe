using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using CCHC.Pipeline.Web;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>Asks every address of a period's checklist whether the budget is published there.</summary>
public sealed partial class CheckBudgetPages(
    ChecklistTable checklists,
    Registers registers,
    AskServer ask,
    TimeProvider time,
    ILogger<CheckBudgetPages> log
)
{
    private const int HostsAtOnce = 8;

    /// <summary>Asks, one address at a time per host, and stores each check at once; returns the lines with their checks.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> CheckAsync(Period period, CancellationToken cancellation)
    {
        var lines = (await checklists.ListAsync(period.Name, cancellation)).Where(line =>
            line.Answer.Address.Length > 0
        );
        var hosts = lines.GroupBy(HostOf, StringComparer.OrdinalIgnoreCase).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation };
        var units = (await registers.GetAsync(cancellation)).Units;
        var year = period.Key?.Year ?? period.To.Year;
        await Parallel.ForEachAsync(hosts, options, async (host, token) => await CheckAsync(host, year, units, token));
        var after = await checklists.ListAsync(period.Name, cancellation);
        return [.. after.Where(line => line.Answer.Address.Length > 0)];
    }

    private static string HostOf(ChecklistLine line) =>
        AddressRules.TryParse(line.Answer.Address, out var address) ? address.IdnHost : "";

    private async Task CheckAsync(
        IEnumerable<ChecklistLine> lines,
        int year,
        UnitRegister units,
        CancellationToken cancellation
    )
    {
        foreach (var same in lines.GroupBy(line => line.Answer.Address, StringComparer.Ordinal))
        {
            var answer = await AskAsync(same.Key, cancellation);
            foreach (var line in same)
            {
                var unit = units.Find(line.Unit)?.Name ?? "";
                var check = PageReading.Of(same.Key, time.Today(), year, unit, answer);
                var isStored = await checklists.SavePageCheckAsync(line, check, cancellation);
                LogChecked(line.Unit, line.Criterion, line.Period, check.Status, isStored ? "stored" : "not stored");
            }
        }
    }

    private async Task<WebOutcome> AskAsync(string address, CancellationToken cancellation) =>
        AddressRules.TryParse(address, out var uri)
            ? await ask.AskAsync(WebClients.Pages, WebQuestion.For(uri), cancellation)
            : WebOutcome.Of(WebFault.Address);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The page of {Unit} for {Criterion} of {Period} is {Status} ({Stored})"
    )]
    private partial void LogChecked(string unit, string criterion, string period, PageStatus status, string stored);
}
