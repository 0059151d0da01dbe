using System.Collections.Concurrent;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>Who has to be written to on a working day, and why; whether they have been already is the outbox's to know.</summary>
public sealed class PlanReminders(
    Registers registers,
    CurrentLedger ledgers,
    StoreBirth birth,
    FollowUpTable followUps,
    UrgeRounds rounds,
    StaffSetting<Authorities> authorities,
    PeriodScheme scheme,
    IOptions<ReminderSettings> reminders,
    IOptions<MailSettings> mail
)
{
    private const int Parallelism = 8;

    /// <summary>A warning that a stopped app missed on its day is still worth sending on the next two working days.</summary>
    private const int WarningDays = 3;

    /// <summary>Who sends full lists sends them by the week (docs/profiles.md, coverage): so many days more.</summary>
    private const int DaysBetweenLists = 5;

    /// <summary>The mails due on a day; none if it isn't a working day. By unit, then kind.</summary>
    public Task<ReminderPlan> PlanAsync(DateOnly today, CancellationToken cancellation) =>
        PlanAsync(today, [LatesAsync, WarningsAsync, UrgesAsync], cancellation);

    private async Task<ReminderPlan> PlanAsync(
        DateOnly today,
        IReadOnlyList<Func<Unit, ReminderDay, CancellationToken, Task<IReadOnlyList<PlannedMail>>>> kinds,
        CancellationToken cancellation
    )
    {
        var content = (await registers.GetAsync(cancellation)).Judging;
        if (!content.Calendar.IsWorkingDay(today))
            return new([], []);
        var day = new ReminderDay(
            today,
            content,
            SourceProfiles.With(content.Profiles).ListUnits,
            await birth.DayAsync(cancellation),
            await authorities.GetAsync(cancellation)
        );
        var planned = new ConcurrentBag<PlannedMail>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            content.Units.ValidOn(today).SelectMany(unit => kinds.Select(kind => (unit, kind))),
            options,
            async (one, token) =>
            {
                try
                {
                    foreach (var due in await one.kind(one.unit, day, token))
                        planned.Add(due);
                }
                catch (DamagedException damaged)
                {
                    // The unit hears once it is put right; the others, and it of the rest, now.
                    day.Tell(one.unit.Id, damaged.Damage);
                }
            }
        );
        return new(
            [
                .. planned
                    .OrderBy(each => each.Unit, StringComparer.Ordinal)
                    .ThenBy(each => each.Kind)
                    .ThenBy(each => each.Mail.Id, StringComparer.Ordinal),
            ],
            day.Unread
        );
    }

    /// <summary>The units that are late on a day, as sentences for staff.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(DateOnly today, CancellationToken cancellation) =>
        [
            .. (await PlanAsync(today, [LatesAsync], cancellation)).Mails.Select(late =>
                $"{late.UnitName} ({late.Unit}): {late.Why}"
            ),
        ];

    private async Task<IReadOnlyList<PlannedMail>> LatesAsync(
        Unit unit,
        ReminderDay day,
        CancellationToken cancellation
    ) => await LateAsync(unit, day, cancellation) is { } late ? [late] : [];

    private async Task<IReadOnlyList<PlannedMail>> WarningsAsync(
        Unit unit,
        ReminderDay day,
        CancellationToken cancellation
    ) => await WarningAsync(unit, day, cancellation) is { } warning ? [warning] : [];

    private async Task<PlannedMail?> LateAsync(Unit unit, ReminderDay day, CancellationToken cancellation)
    {
        var quarter = PeriodKey.Containing(PeriodKind.Quarter, day.Today, scheme).In(scheme);
        var asOf = await ledgers.AsOfAsync(unit.Id, cancellation);
        var expectedFrom = Latest(quarter.From, day.Birth, unit.ValidFrom ?? DateOnly.MinValue);
        var gap = Gap.On(asOf, expectedFrom, day.Today, day.Calendar);
        if (gap.MissingDays.Count < reminders.Value.WorkingDays + (day.SendsLists(unit) ? DaysBetweenLists : 0))
            return null;
        var id = asOf is { } last ? MailIds.Late(unit.Id, last) : MailIds.NeverSent(unit.Id, quarter.Name);
        var why = asOf is { } sent
            ? $"chưa gửi số liệu {Vietnamese.Number(gap.MissingDays.Count)} ngày làm việc, gần nhất là {Vietnamese.Day(sent)}"
            : "chưa gửi số liệu nào";
        return Planned(
            ReminderKind.Late,
            unit,
            quarter,
            why,
            id,
            UnitMails.LateSubject(unit, gap),
            UnitMails.Late(unit, gap, day.Today)
        );
    }

    /// <summary>After each month but the last of a quarter, which the review follows.</summary>
    private async Task<PlannedMail?> WarningAsync(Unit unit, ReminderDay day, CancellationToken cancellation)
    {
        var month = new PeriodKey(PeriodKind.Month, scheme.MonthOf(day.Today) - 1).In(scheme);
        var quarter = PeriodKey.Containing(PeriodKind.Quarter, day.Today, scheme).In(scheme);
        var last = day.Calendar.AddWorkingDays(month.To, WarningDays);
        if (!reminders.Value.Warnings || !quarter.Contains(month.To) || day.Today > last)
            return null;
        day.Content.RefuseWithoutTarget(unit.Id);
        var asked = KpiCatalogue
            .All.Select(kpi => (kpi, target: Target.InForce(day.Content.Targets, kpi.Id, unit.Id, quarter.To)))
            .Where(pair => pair.target is not null)
            .ToList();
        if (asked.Count == 0)
            return null;
        var ledger = await ledgers.LoadAsync(unit.Id, cancellation);
        var figures = PeriodFigures.Of(ledger, quarter);
        var outlooks = asked
            .Select(pair => new Outlook(pair.kpi, pair.kpi.Of(figures), pair.target!)
            {
                Undecided = pair.kpi.Undecided.In(figures),
            })
            .ToList();
        // The next list will cover the days since the last one.
        var until = day.SendsLists(unit) ? ledger.AsOf : null;
        var elapsed = quarter with { To = until ?? day.Today.AddDays(-1) };
        var rule = CoverageRule.Of(day.Calendar, unit, elapsed, mostMissing: 0, day.SendsLists(unit));
        return Planned(
            ReminderKind.Warning,
            unit,
            quarter,
            $"cảnh báo sớm {Vietnamese.Name(quarter)} sau {Vietnamese.Name(month)}",
            MailIds.Warning(month.Name, unit.Id),
            UnitMails.WarningSubject(unit, quarter),
            UnitMails.Warning(unit, quarter, ledger.AsOf, outlooks, rule.Cover(ledger).MissingDays)
        );
    }

    private async Task<IReadOnlyList<PlannedMail>> UrgesAsync(
        Unit unit,
        ReminderDay day,
        CancellationToken cancellation
    )
    {
        // An item that can't be read is named to staff; the unit is urged about the others.
        var items = await followUps.ReadAsync(unit.Id, cancellation);
        foreach (var damage in items.Damages)
            day.Tell(unit.Id, damage);
        var overdue = items
            .Rows.Where(item => item.IsOverdueOn(day.Today) && item.IssuedOn is not null)
            .GroupBy(item => (item.Period, item.Deadline));
        var urges = new List<PlannedMail>();
        foreach (var group in overdue)
            urges.Add(
                await UrgeAsync(
                    unit,
                    [.. group.OrderBy(item => item.Finding, StringComparer.Ordinal)],
                    day,
                    cancellation
                )
            );
        return urges;
    }

    private async Task<PlannedMail> UrgeAsync(
        Unit unit,
        IReadOnlyList<FollowUp> items,
        ReminderDay day,
        CancellationToken cancellation
    )
    {
        var first = items[0];
        var deadline = first.Deadline!.Value;
        var round = await rounds.DueAsync(
            number => MailIds.Urge(unit.Id, first.Period, deadline, number),
            day.Today,
            reminders.Value.UrgeEveryWorkingDays,
            day.Calendar,
            cancellation
        );
        var period = Period.TryParse(first.Period, scheme, out var parsed)
            ? parsed
            : throw new InvalidDataException($"FollowUps of {unit.Id} name a period {first.Period} that is none.");
        var body = UnitMails.Urge(unit, period, items, day.Authorities.On(first.IssuedOn!.Value), round.Times);
        var why = $"quá hạn báo cáo {Vietnamese.Day(deadline)}, {Vietnamese.Number(items.Count)} nội dung";
        var urge = Planned(ReminderKind.Urge, unit, period, why, round.Id, UnitMails.UrgeSubject(unit, items), body);
        return urge with { Mail = urge.Mail with { Cc = mail.Value.Staff } };
    }

    private PlannedMail Planned(
        ReminderKind kind,
        Unit unit,
        Period about,
        string why,
        string id,
        string subject,
        MailBody body
    )
    {
        var asked = new Mail(id, Reachable(unit), "", subject, body, []) { About = new(about.Name, unit.Id) };
        return new(kind, unit.Id, unit.Name, why, asked);
    }

    /// <summary>The unit's addresses, if one of them may be written to.</summary>
    private string Reachable(Unit unit) =>
        Addresses.Recipients(unit.Mail) is { Count: <= MailAddresses.Most } to
        && (mail.Value.IsDryRun || to.Any(each => Addresses.WhyNot(each, mail.Value.AllowedDomains) is null))
            ? unit.Mail
            : "";

    private static DateOnly Latest(params DateOnly[] days) => days.Max();
}
