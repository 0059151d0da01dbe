using System.Runtime.ExceptionServices;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Reports;

/// <summary>Reads what the reports of one review rest on.</summary>
public sealed class ReadQuarterResults(
    Registers registers,
    ReviewTable reviews,
    FrozenFields frozen,
    FollowUpTable followUps,
    StaffSetting<Authorities> authorities
)
{
    private const int Parallelism = 8;

    /// <summary>The frozen rows, their fields, and what is registered of the period's last day.</summary>
    /// <exception cref="InvalidDataException">The period was not reviewed.</exception>
    /// <exception cref="UnreadableException">Something of a unit can't be read: the reports speak of all, and wait.</exception>
    public async Task<QuarterResults> ReadAsync(Period period, CancellationToken cancellation)
    {
        var content = await registers.GetAsync(cancellation);
        var units = (await reviews.ListAsync(period, content.Units, cancellation)).Whole;
        if (units.Count == 0)
            throw new InvalidDataException($"Kỳ {period.Name} chưa được đánh giá nên chưa có gì để báo cáo.");
        await RefuseGapsAsync(period, content, units, cancellation);
        var fields = new IReadOnlyList<FieldFigures>[units.Count];
        var items = new IReadOnlyList<FollowUp>[units.Count];
        var failures = await InTurn.TryEachAsync(
            units.Index(),
            Parallelism,
            async (at, token) =>
            {
                fields[at.Index] = await frozen.ReadAsync(at.Item, token);
                items[at.Index] = await followUps.ListAsync(at.Item.Unit.Id, token);
            },
            cancellation
        );
        // Each that lies damaged has been named. What storage refused is tried again with the message.
        if (
            failures.Select(of => of.Failure).OrderBy(failure => failure is DamagedException).FirstOrDefault() is
            { } why
        )
            ExceptionDispatchInfo.Throw(why);
        var list = await authorities.GetAsync(cancellation);
        return new QuarterResults
        {
            Period = period,
            Authority = list.On(units.Max(unit => unit.ReviewedOn)),
            LastWorkingDay =
                units.Max(unit => unit.Coverage.Rule?.LastWorkingDay)
                ?? content.SoundCalendar.WorkingDays(period.From, period.To).LastOrDefault(period.To),
            Units = [.. units.Where(unit => !unit.HasEnded).OrderBy(unit => unit.Unit.Id, StringComparer.Ordinal)],
            Ended = [.. units.Where(unit => unit.HasEnded).OrderBy(unit => unit.Unit.Id, StringComparer.Ordinal)],
            Fields = units.Index().ToDictionary(at => at.Item.Unit.Id, at => fields[at.Index]),
            FollowUps = [.. items.SelectMany(ofUnit => ofUnit)],
            Offices =
            [
                .. content
                    .SoundOffices.Where(office => office.Term.Includes(period.To))
                    .Select(content.AnsweringForAll),
            ],
        };
    }

    /// <summary>A unit that the review set aside would be missing from every total, as if it had sent nothing.</summary>
    private async Task RefuseGapsAsync(
        Period period,
        RegisterContent content,
        IReadOnlyList<ReviewedUnit> reviewed,
        CancellationToken cancellation
    )
    {
        var missing = content
            .Units.ValidOn(period.To)
            .Concat(content.Units.EndedIn(period))
            .Select(unit => unit.Id)
            .Except(reviewed.Select(r => r.Unit.Id));
        if (missing.Any() && !await reviews.IsDoneAsync(period.Name, cancellation))
            throw new InvalidDataException(
                $"Kỳ {period.Name} còn chờ đánh giá {string.Join(", ", missing)}: chưa lập báo cáo khi thiếu các đơn vị này."
            );
    }
}
