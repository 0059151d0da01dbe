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
            var standing = Standing.Of(dossier);
            if (!standing.IsCounted)
                continue;
            if (previous is not { } old)
                AddAll(standing, asOf, +1);
            else
                Advance(standing, old, asOf);
        }
    }

    private void Advance(in Standing dossier, DateOnly old, DateOnly asOf)
    {
        foreach (var kind in Spans)
        {
            BecomeOverdue(dossier, kind, old, asOf);
            AddSpans(dossier, kind, Key(kind, old) + 1, Key(kind, asOf), asOf, +1);
        }
        AddSpans(dossier, PeriodKind.Day, old.DayNumber + 1, asOf.DayNumber, asOf, +1);
    }

    /// <summary>In the period of the old as-of date only one thing can change: a due date may have been passed.</summary>
    private void BecomeOverdue(in Standing dossier, PeriodKind kind, DateOnly old, DateOnly asOf)
    {
        var period = PeriodKey.Containing(kind, old, scheme);
        var to = period.To(scheme);
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
        foreach (var kind in Spans)
            AddSpans(dossier, kind, int.MinValue, Key(kind, asOf), asOf, sign);
        AddSpans(dossier, PeriodKind.Day, int.MinValue, asOf.DayNumber, asOf, sign);
    }

    /// <summary>Adds a dossier to every period of one kind from <paramref name="first"/> to <paramref name="last"/> in which it counts.</summary>
    private void AddSpans(in Standing dossier, PeriodKind kind, int first, int last, DateOnly asOf, int sign)
    {
        var from = Math.Max(first, Key(kind, dossier.Received));
        var to = dossier.Finished is { } finished ? Math.Min(last, Key(kind, finished)) : last;
        for (var ordinal = from; ordinal <= to; ordinal++)
            Add(dossier, new PeriodKey(kind, ordinal), asOf, sign);
        if (
            dossier.Returned is { } returned
            && Key(kind, returned) is var at
            && !(from <= at && at <= to)
            && first <= at
            && at <= last
        )
            Add(dossier, new PeriodKey(kind, at), asOf, sign);
    }

    private void Add(in Standing dossier, PeriodKey period, DateOnly asOf, int sign)
    {
        Span<Count> counts = stackalloc Count[Counting.Most];
        var (from, to) = (period.From(scheme), period.To(scheme));
        counts = counts[..Counting.Of(dossier, from, to, Earlier(to, asOf), counts)];
        Add(period, ledger.Names.Unit, counts, sign);
        if (period.Kind is PeriodKind.Day)
            return;
        Add(period, FieldOf(dossier), counts, sign);
        Add(period, ProcedureOf(dossier), counts, sign);
    }

    private void Add(PeriodKey period, Row row, ReadOnlySpan<Count> counts, int sign)
    {
        if (counts.IsEmpty)
            return;
        var tally = ledger.Sheet.Touch(period, row);
        foreach (var count in counts)
            tally.Add(count, sign);
    }

    private int Key(PeriodKind kind, DateOnly day) => PeriodKey.Containing(kind, day, scheme).Ordinal;

    private Row FieldOf(in Standing dossier) => dossier.Field ?? ledger.Names.NoField;

    private Row ProcedureOf(in Standing dossier) => dossier.Procedure ?? ledger.Names.NoProcedure;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
