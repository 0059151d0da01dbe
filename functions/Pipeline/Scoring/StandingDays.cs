using System.Diagnostics;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>
/// The days on which dossiers only stand open: between reception and finish nothing but the due date changes their
/// counts, so a span of such days costs its two ends. Collected here and brought into the sheet at once.
/// </summary>
internal sealed class StandingDays(TallySheet<Row> sheet, Row unit)
{
    private const int Kinds = 5;
    private static readonly Count[] Counted =
    [
        Count.CarriedOver,
        Count.Extended,
        Count.OpenInTime,
        Count.OpenOverdue,
        Count.OpenUnknownDue,
    ];

    /// <summary>Per day and kind what begins less what has ended, from <see cref="first"/> on.</summary>
    private int[] changes = new int[128 * Kinds];
    private int first;
    private int days;

    /// <summary>Adds a dossier to days on which it was received before and isn't finished yet.</summary>
    /// <param name="dossier">A counted dossier.</param>
    /// <param name="from">Day number, after R.</param>
    /// <param name="to">Day number, before F.</param>
    /// <param name="sign">+1, or −1 to take it out.</param>
    public void Add(in Standing dossier, int from, int to, int sign)
    {
        if (from > to)
            return;
        Reach(from, to + 1);
        Add(0, from, to, sign);
        if (dossier.IsExtended)
            Add(1, from, to, sign);
        var lastInTime = dossier.StandsStill || dossier.Due is not { } due ? to : Math.Min(to, due.DayNumber);
        Add(2, from, lastInTime, sign);
        Add(3, Math.Max(from, lastInTime + 1), to, sign);
        if (!dossier.IsDueKnown)
            Add(4, from, to, sign);
    }

    /// <summary>Brings what was collected into the sheet.</summary>
    public void Flush()
    {
        Span<int> standing = stackalloc int[Kinds];
        standing.Clear();
        for (var day = 0; day < days; day++)
        {
            var at = changes.AsSpan(day * Kinds, Kinds);
            for (var kind = 0; kind < Kinds; kind++)
                standing[kind] += at[kind];
            if (standing.ContainsAnyExcept(0))
                Add(sheet.Touch(new PeriodKey(PeriodKind.Day, first + day), unit), standing);
        }
        changes.AsSpan(0, days * Kinds).Clear();
        days = 0;
    }

    private static void Add(TallyPlace tally, ReadOnlySpan<int> standing)
    {
        for (var kind = 0; kind < Kinds; kind++)
            tally.Add(Counted[kind], standing[kind]);
        tally.Add(Count.Open, standing[2] + standing[3]);
    }

    private void Add(int kind, int from, int to, int sign)
    {
        if (from > to)
            return;
        changes[(from - first) * Kinds + kind] += sign;
        changes[(to + 1 - first) * Kinds + kind] -= sign;
    }

    /// <summary>Makes room for the days from–to.</summary>
    private void Reach(int from, int to)
    {
        if (days == 0)
            first = from;
        var (start, end) = (Math.Min(first, from), Math.Max(first + days - 1, to));
        if (start < first || (end - first + 1) * Kinds > changes.Length)
        {
            // Earlier days are seldom more than a few: some room before them saves moving the rest again.
            start = start < first ? start - 32 : start;
            var wider = new int[Math.Max(changes.Length, (end - start + 64) * Kinds)];
            changes.AsSpan(0, days * Kinds).CopyTo(wider.AsSpan((first - start) * Kinds));
            (changes, days, first) = (wider, days + first - start, start);
        }
        days = end - first + 1;
        Debug.Assert(days * Kinds <= changes.Length, "room for every day");
    }
}
