using System.Globalization;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Differences as tables print them; the sign never breaks from its number.</summary>
internal static class Signed
{
    private const string None = "–";
    private const char Minus = '\u2212';

    public static string Dossiers(int? number) =>
        number switch
        {
            null => None,
            < 0 => $"{Minus}{Vietnamese.Figure(-number.Value)}",
            0 => "0",
            _ => $"+{Vietnamese.Figure(number.Value)}",
        };

    /// <summary>"+1,25"; a shortfall too small to show keeps its minus: "−0,00".</summary>
    public static string Points(long? hundredths, bool isShort = false)
    {
        if (hundredths is not { } h)
            return None;
        var sign =
            h < 0 || h == 0 && isShort ? $"{Minus}"
            : h > 0 ? "+"
            : "";
        var size = Math.Abs(h);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{size / 100},{size % 100:00}");
    }

    public static string Rate(Fraction? figure) => figure?.RateVietnamese ?? None;

    public static string Rank(int? rank) => rank is { } place ? Vietnamese.Figure(place) : None;
}
