using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Notices;

/// <summary>A target as letters print it.</summary>
internal static class TargetText
{
    /// <summary>"40 %", "2/3"; a fraction that is a percentage of two decimals says so: "1250/10000 (12,5 %)".</summary>
    public static string InLetters(this Target target)
    {
        var hundredths = target.Num * 10_000L;
        if (target.Text.EndsWith('%') || hundredths % target.Den != 0)
            return target.Text;
        var percent = (hundredths / target.Den / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
        return $"{target.Text} ({percent} %)";
    }
}
