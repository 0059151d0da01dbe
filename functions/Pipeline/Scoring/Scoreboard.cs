using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>
/// Keeps a ledger's running counts equal to the plain count over all its dossiers: by what a changed dossier no
/// longer adds and now adds, and by what a later as-of date does to those that did not change.
/// </summary>
/// <remarks>Periods are counted up to the one of the as-of date: later ones have no rows (design.md §3).</remarks>
public sealed class Scoreboard(UnitLedger ledger)
{
    private static readonly PeriodKind[] Spans = [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year];
    private readonly PeriodScheme scheme = ledger.Scheme;
    private readonly StandingDays standing = new(ledger.Sheet, ledger.Names.Unit);
    private readonly (PeriodKey Period, DateOnly From, DateOnly To)[] lastSpans = new (PeriodKey, DateOnly, DateOnly)[
        Spans.Length
    ];

    /// <summary>The counts of the present dossier in the last period: mostly those of the next one too.</summary>
    private readonly Count[] counts = new Count[Counting.Most];
    private Stages stages;
    private int filled;

    /// <summary>A dossier's standing changed (or it is new): the counts follow. The as-of date must be the present one.</summary>
    public void Replace(Standing? before, Standing? after)
    {
        if (ledger.AsOf is not { } asOf)
            return;
        if (before is { } old)
            AddAll(old, asOf, -1);
        if (after is { } now)
            AddAll(now, asOf, +1);
    }

    /// <summary>Moves the unit's as-of date forward and counts its unchanged dossiers again where that matters.</summary>
    public void MoveTo(DateOnly asOf)
    {
        var previous = ledger.AsOf;
        if (previous >= asOf)
            return;
        ledger.AsOf = asOf;
        foreach (var dossier in ledger.Hot.Values)
        {
            var now = Standing.Of(dossier);
            if (!now.IsCounted)
                continue;
            if (previous is not { } old)
                AddAll(now, asOf, +1);
            else
                Advance(now, old, asOf);
        }
    }

    /// <summary>Brings into the sheet what is still collected: to be called before anybody reads it.</summary>
    public void Flush() => standing.Flush();

    private void Advance(in Standing dossier, DateOnly old, DateOnly asOf)
    {
        Begin();
        var months = Months.Of(dossier, scheme);
        foreach (var kind in Spans)
        {
            BecomeOverdue(dossier, kind, old, asOf);
            AddSpans(dossier, months, kind, Key(kind, old) + 1, Key(kind, asOf), asOf, +1);
        }
        AddDays(dossier, old.DayNumber + 1, asOf.DayNumber, +1);
    }

    /// <summary>In the period of the old as-of date only one thing can change: a due date may have been passed.</summary>
    private void BecomeOverdue(in Standing dossier, PeriodKind kind, DateOnly old, DateOnly asOf)
    {
        var (period, _, to) = Span(new PeriodKey(kind, Key(kind, old)));
        var isOpen = dossier.Received <= to && (dossier.Finished is null || dossier.Finished > to);
        if (!isOpen || Counting.IsOverdueAt(dossier, old) || !Counting.IsOverdueAt(dossier, Earlier(to, asOf)))
            return;
        foreach (var row in (ReadOnlySpan<Row>)[ledger.Names.Unit, FieldOf(dossier), ProcedureOf(dossier)])
        {
            var tally = ledger.Sheet.Touch(period, row);
            tally.Add(Count.OpenInTime, -1);
            tally.Add(Count.OpenOverdue, +1);
        }
    }

    private void AddAll(in Standing dossier, DateOnly asOf, int sign)
    {
        if (!dossier.IsCounted)
            return;
        Begin();
        var (months, last) = (Months.Of(dossier, scheme), scheme.MonthOf(asOf));
        foreach (var kind in Spans)
            AddSpans(dossier, months, kind, int.MinValue, last / Months.In(kind), asOf, sign);
        AddDays(dossier, int.MinValue, asOf.DayNumber, sign);
    }

    /// <summary>Adds a dossier to every period of one kind from <paramref name="first"/> to <paramref name="last"/> in which it counts.</summary>
    private void AddSpans(
        in Standing dossier,
        in Months months,
        PeriodKind kind,
        int first,
        int last,
        DateOnly asOf,
        int sign
    )
    {
        var size = Months.In(kind);
        var from = Math.Max(first, months.Received / size);
        var to = months.Finished is { } finished ? Math.Min(last, finished / size) : last;
        for (var ordinal = from; ordinal <= to; ordinal++)
            Add(dossier, new PeriodKey(kind, ordinal), asOf, sign);
        if (months.Returned / size is { } at && !(from <= at && at <= to) && first <= at && at <= last)
            Add(dossier, new PeriodKey(kind, at), asOf, sign);
    }

    /// <summary>Days on which something happens one by one, those between them as a span.</summary>
    private void AddDays(in Standing dossier, int first, int last, int sign)
    {
        var (received, finished, returned) = (
            dossier.Received.DayNumber,
            dossier.Finished?.DayNumber,
            dossier.Returned?.DayNumber
        );
        var (from, to) = (Math.Max(first, received + 1), Math.Min(last, finished - 1 ?? last));
        standing.Add(dossier, from, to, sign);
        AddDay(dossier, received, first, last, sign);
        if (finished is { } f && f != received)
            AddDay(dossier, f, first, last, sign);
        if (returned is not { } t || t == received || t == finished)
            return;
        // Returned before it was finished: the day counts whole, so it leaves the span.
        if (from <= t && t <= to)
            standing.Add(dossier, t, t, -sign);
        AddDay(dossier, t, first, last, sign);
    }

    private void AddDay(in Standing dossier, int day, int first, int last, int sign)
    {
        if (first > day || day > last)
            return;
        var date = DateOnly.FromDayNumber(day);
        Add(new PeriodKey(PeriodKind.Day, day), ledger.Names.Unit, CountsOf(dossier, date, date, date), sign);
    }

    private void Add(in Standing dossier, PeriodKey key, DateOnly asOf, int sign)
    {
        var (period, from, to) = Span(key);
        var at = CountsOf(dossier, from, to, Earlier(to, asOf));
        Add(period, ledger.Names.Unit, at, sign);
        Add(period, FieldOf(dossier), at, sign);
        Add(period, ProcedureOf(dossier), at, sign);
    }

    /// <summary>Another dossier follows.</summary>
    private void Begin() => (stages, filled) = (Stages.None, 0);

    private ReadOnlySpan<Count> CountsOf(in Standing dossier, DateOnly from, DateOnly to, DateOnly asOf)
    {
        var now = Counting.StagesOf(dossier, from, to, asOf);
        if (now != stages)
            (stages, filled) = (now, Counting.Of(dossier, now, counts));
        return counts.AsSpan(0, filled);
    }

    private void Add(PeriodKey period, Row row, ReadOnlySpan<Count> counts, int sign)
    {
        if (counts.IsEmpty)
            return;
        ledger.Sheet.Touch(period, row).Add(counts, sign);
    }

    /// <summary>A period's days; dossiers come in runs that ask for the same ones.</summary>
    private (PeriodKey Period, DateOnly From, DateOnly To) Span(PeriodKey period)
    {
        ref var known = ref lastSpans[period.Kind - PeriodKind.Month];
        if (known.Period != period)
            known = (period, period.From(scheme), period.To(scheme));
        return known;
    }

    private int Key(PeriodKind kind, DateOnly day) => scheme.MonthOf(day) / Months.In(kind);

    private Row FieldOf(in Standing dossier) => dossier.Field ?? ledger.Names.NoField;

    private Row ProcedureOf(in Standing dossier) => dossier.Procedure ?? ledger.Names.NoProcedure;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>The months of a dossier's days, of which quarters and years follow.</summary>
    private readonly record struct Months(int Received, int? Finished, int? Returned)
    {
        public static Months Of(in Standing dossier, PeriodScheme scheme) =>
            new(
                scheme.MonthOf(dossier.Received),
                dossier.Finished is { } finished ? scheme.MonthOf(finished) : null,
                dossier.Returned is { } returned ? scheme.MonthOf(returned) : null
            );

        public static int In(PeriodKind kind) =>
            kind switch
            {
                PeriodKind.Month => 1,
                PeriodKind.Quarter => 3,
                PeriodKind.Year => 12,
                PeriodKind.Day => throw new ArgumentOutOfRangeException(nameof(kind), "a day is no number of months"),
            };
    }
}
