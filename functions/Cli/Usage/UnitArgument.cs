using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Usage;

/// <summary>UNIT: an id, or a code whose holder on a period's last day is meant.</summary>
internal static class UnitArgument
{
    public const string Description = "Mã đơn vị (29956, hoặc 29971-20250701 khi một mã có nhiều đơn vị).";

    public static Unit In(this string text, UnitRegister units, Period period) =>
        units.Resolve(text.Trim(), period.To)
        ?? throw new UsageException($"Không có đơn vị \"{text}\". Xem các đơn vị: cchc kpi {period.Name}");
}
