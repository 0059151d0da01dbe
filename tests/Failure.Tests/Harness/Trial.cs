using CCHC.Failure.Tests.Comparison;
using CCHC.Failure.Tests.Faults;
using CCHC.Failure.Tests.Stores;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Harness;

/// <summary>One run of a scenario in a store of its own, disturbed or not.</summary>
internal sealed class Trial(Scenario scenario, PreparedStore prepared, FreshStores stores)
{
    private readonly List<string> troubles = [];

    /// <summary>What is left when all is done, and the requests of the act.</summary>
    public sealed record Ending(
        Snapshot Left,
        IReadOnlyList<SentRequest> Sent,
        bool IsMet,
        IReadOnlyList<string> Troubles
    );

    /// <summary>Runs it to the end.</summary>
    /// <param name="point">Where the act is disturbed; null: nowhere.</param>
    /// <param name="turns">At which of its requests the first of several besides is itself overtaken.</param>
    public async Task<Ending> RunAsync(FaultPoint? point, IReadOnlyList<SentRequest> turns)
    {
        var at = new OfficeStore(await stores.NewAsync(), stores.Server);
        await prepared.PutIntoAsync(Processes.Open(at.Connection, Network.Calm));
        at.Clock.Advance(OfficeStore.AfterPreparing + scenario.Later);
        using var transport = new FaultyTransport(point, Meanwhile(at, 0, turns, point));
        await ActAsync(at, transport, isDisturbed: point is not null);
        var mailsBefore = at.Mails.Count;
        if (point is null)
            await BesideInTurnAsync(at);
        else if (!(point.IsKill && scenario.IsSwept) && point.Kind is not FaultKind.Overtaken)
            await AgainAsync(at);
        await Host.SettleAsync(at);
        return new(await LeftAsync(at, mailsBefore, point), transport.Sent, transport.IsMet, troubles);
    }

    private async Task ActAsync(OfficeStore at, FaultyTransport transport, bool isDisturbed)
    {
        await using var office = new Office(at, transport);
        try
        {
            await scenario.Act(office);
        }
        catch (Exception) when (isDisturbed && transport.IsMet)
        {
            // As the host, whatever it was: it is delivered again.
        }
    }

    private Func<Task>? Meanwhile(OfficeStore at, int next, IReadOnlyList<SentRequest> turns, FaultPoint? point) =>
        point is null || next >= scenario.Beside.Count
            ? null
            : async () =>
            {
                var isLast = next + 1 >= scenario.Beside.Count || turns.Count == 0;
                var turn = isLast
                    ? null
                    : new FaultPoint(0, turns[point.Number * 7 % turns.Count], FaultKind.Overtaken);
                using var transport = new FaultyTransport(
                    turn,
                    turn is null ? null : Meanwhile(at, next + 1, turns, point)
                );
                await using var other = new Office(at, transport);
                await NotedAsync("what ran beside it", () => scenario.Beside[next](other));
            };

    private async Task BesideInTurnAsync(OfficeStore at)
    {
        foreach (var beside in scenario.Beside)
        {
            await using var other = new Office(at);
            await beside(other);
        }
    }

    private async Task AgainAsync(OfficeStore at)
    {
        await using var office = new Office(at);
        await NotedAsync("the repetition", () => scenario.Act(office));
    }

    private async Task NotedAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception trouble)
        {
            troubles.Add(
                $"{what} failed on a calm storage: {trouble.GetType().Name}: {trouble.Message.Split('\n')[0]}"
            );
        }
    }

    private async Task<Snapshot> LeftAsync(OfficeStore at, int mailsBefore, FaultPoint? point)
    {
        await using var office = new Office(at);
        foreach (var difference in await office.Get<VerifyRebuild>().VerifyAsync(default))
            troubles.Add($"rebuild --verify: {difference}");
        troubles.AddRange(MailedTwice.Among(at.Mails, mailsBefore, point));
        return await Snapshot.OfAsync(office, scenario.IsOrderFree);
    }
}
