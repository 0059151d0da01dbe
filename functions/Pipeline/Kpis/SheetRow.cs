using System.Runtime.CompilerServices;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// A row of a <see cref="TallySheet{TRow}"/>. It remembers where it was counted last, a place per kind of period:
/// dossiers come in runs, so that hardly any has to look its tallies up.
/// </summary>
/// <param name="hash">Of what tells it from the other rows.</param>
public abstract class SheetRow(int hash)
{
    private object? owner;
    private Places last;

    internal int Hash => hash;

    /// <summary>The place in which it was counted last; none in a sheet that never counted it.</summary>
    internal ref LastPlace LastIn(object sheet, PeriodKind kind)
    {
        if (!ReferenceEquals(owner, sheet))
            (owner, last) = (sheet, default);
        return ref last[(int)kind];
    }

    [InlineArray((int)PeriodKind.Year + 1)]
    private struct Places
    {
        private LastPlace first;
    }
}

/// <summary>Where a row's tally of a period stands.</summary>
/// <param name="Tally">The tally, if there is one.</param>
/// <param name="Ordinal">The period's.</param>
internal readonly record struct LastPlace(TallyPlace Tally, int Ordinal)
{
    /// <summary>It is that period's, and what it was is already remembered.</summary>
    public bool IsTouchedOf(PeriodKey period) => Ordinal == period.Ordinal && Tally.IsTouched;
}
