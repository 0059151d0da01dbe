using System.Globalization;

namespace CCHC.Pipeline.Kpis;

/// <summary>A KPI's figure: dossiers counted, dossiers asked about, dossiers left out because unknown.</summary>
public readonly record struct Fraction(int Num, int Den, int Unknown)
{
    /// <summary>Hundredths of a percent, rounded half-up; for display only, no verdict is taken from it. Null when Den is 0.</summary>
    public long? Hundredths => Den == 0 ? null : (20_000L * Num + Den) / (2L * Den);

    /// <summary>"40.00", or "" when there is nothing to divide by.</summary>
    public string RateInvariant =>
        Hundredths is { } h ? string.Create(CultureInfo.InvariantCulture, $"{h / 100}.{h % 100:00}") : "";

    /// <summary>"40,00 %" as Vietnamese documents print it, or "–".</summary>
    public string RateVietnamese =>
        Hundredths is { } h ? string.Create(CultureInfo.InvariantCulture, $"{h / 100},{h % 100:00} %") : "–";

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a.Num + b.Num, a.Den + b.Den, a.Unknown + b.Unknown);

    public static Fraction Add(Fraction left, Fraction right) => left + right;
}
