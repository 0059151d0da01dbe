using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Reports;

/// <summary>
/// How many dossiers of a service level came online. Dossiers of an unknown channel are counted of both levels together,
/// so that the rate of one is a span unless there are none.
/// </summary>
/// <param name="Num">Known to have come online.</param>
/// <param name="Den">Received at that level, whatever their channel.</param>
/// <param name="Most">No more than these came online: every unknown one that may be of this level included.</param>
public readonly record struct LevelFigure(int Num, int Den, int Most)
{
    public bool IsExact => Num == Most;

    /// <summary>No dossier of this level is known for certain to have come one way or the other: unknown, not 0 %.</summary>
    public bool IsUnknown => !IsExact && Num == 0 && Most == Den;

    public string Least => new Fraction(Num, Den, 0).RateVietnamese;

    public string Greatest => new Fraction(Most, Den, 0).RateVietnamese;

    public static LevelFigure operator +(LevelFigure a, LevelFigure b) =>
        new(a.Num + b.Num, a.Den + b.Den, a.Most + b.Most);

    public static LevelFigure Add(LevelFigure left, LevelFigure right) => left + right;
}
