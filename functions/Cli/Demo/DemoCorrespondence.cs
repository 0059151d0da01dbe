using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Demo;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Demo;

/// <summary>What lies between the two quarters of 2022: the clerk issues letters, units answer. Every number is invented.</summary>
internal sealed class DemoCorrespondence(OpenedStore store, DemoClock clock, Screen screen)
{
    private static readonly DateOnly Issued = new(2022, 3, 25);
    private static readonly DateOnly LastAnswer = new(2022, 4, 25);

    // Long Thuận's letter stays a draft, and Thường Lạc never answers.
    private static readonly (string Unit, string Number, string Answer, DateOnly? Answered)[] Letters =
    [
        ("29962", "401", "27/BC-UBND", new(2022, 4, 22)),
        ("29974", "402", "31/BC-UBND", new(2022, 4, 15)),
        ("29977", "403", "", null),
        ("29980", "404", "15/BC-UBND", new(2022, 4, 8)),
        ("29983", "405", "09/BC-UBND", new(2022, 4, 1)),
        ("29995", "406", "18/BC-UBND", new(2022, 4, 14)),
        ("29998", "407", "21/BC-UBND", new(2022, 4, 12)),
    ];

    /// <summary>Does all of it, unless the next quarter was reviewed on it already.</summary>
    public async Task ExchangeAsync(DemoPeriod first, DemoPeriod next, CancellationToken cancellation)
    {
        if (await store.Get<ReviewTable>().IsDoneAsync(next.Name, cancellation))
            return;
        var period = first.In(store.Get<PeriodScheme>());
        screen.Tell($"Ban hành {Letters.Length} công văn kỳ {first.Name} ngày {Words.Day(Issued)}, ghi trả lời …");
        clock.MoveTo(DemoPeriod.At(Issued, hour: 16));
        foreach (var (unit, number, _, _) in Letters)
            await IssueAsync(period, unit, number, cancellation);
        clock.MoveTo(DemoPeriod.At(LastAnswer, hour: 16));
        foreach (var (unit, _, answer, answered) in Letters)
        {
            if (answered is { } day)
                await AnswerAsync(period, unit, answer, day, cancellation);
        }
    }

    private async Task IssueAsync(Period period, string code, string number, CancellationToken cancellation)
    {
        var unit = (await store.Get<Registers>().GetAsync(cancellation)).Units.Find(code)!;
        await store.Get<IssueToUnit>().IssueAsync(period, unit, number, Issued, replace: false, cancellation);
    }

    private async Task AnswerAsync(
        Period period,
        string code,
        string answer,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var unit = (await store.Get<Registers>().GetAsync(cancellation)).Units.Find(code)!;
        if (!ReplyNumber.TryParse(answer, out var number))
            throw new InvalidOperationException($"{answer} is no number of an answer");
        await store.Get<RecordReply>().RecordAsync(period, unit, finding: null, number.Value, day, cancellation);
    }
}
