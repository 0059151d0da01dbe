using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Usage;

/// <summary>UNIT: an id, a code whose holder on a period's last day is meant, or a name.</summary>
internal static class UnitArgument
{
    public const string Description =
        "Mã đơn vị (29956, hoặc 29971-20250701 khi một mã có nhiều đơn vị) hoặc tên (\"Xã Thường Phước 1\").";

    public static Unit In(this string text, UnitRegister units, Period period) =>
        text.FindIn(units, period)
        ?? throw new UsageException($"Không có đơn vị \"{text}\". Xem các đơn vị: cchc kpi {period.Name}");

    /// <summary>The same; null where nobody is meant.</summary>
    public static Unit? FindIn(this string text, UnitRegister units, Period period) =>
        units.Resolve(text.Trim(), period.To) is { } found ? found
        : Named(units, text, unit => unit.Term.Includes(period.To)) is [var only] ? only
        : null;

    /// <summary>All that held the code, or the one that has the id or the name; none where nobody is meant.</summary>
    /// <param name="units">Where to look.</param>
    /// <param name="text">What was asked for.</param>
    /// <param name="isThere">Of units of one name, those for which this is true come first.</param>
    public static IReadOnlyList<Unit> All(UnitRegister units, string text, Func<Unit, bool> isThere)
    {
        var asked = text.Trim();
        List<Unit> coded = [.. units.All.Where(unit => unit.Id == asked || unit.Code.Text == asked)];
        return coded.Count > 0 ? coded : Named(units, asked, isThere);
    }

    /// <summary>At most one.</summary>
    /// <exception cref="UsageException">More than one unit is called so.</exception>
    private static IReadOnlyList<Unit> Named(UnitRegister units, string text, Func<Unit, bool> isThere)
    {
        var named = NamedUnits.Of(units, text);
        IReadOnlyList<Unit> there = [.. named.Where(isThere)];
        var meant = there.Count > 0 ? there : named;
        return meant.Count <= 1 ? meant : throw Ambiguous(text, meant, unit => unit.Id);
    }

    public static UsageException Ambiguous(string text, IEnumerable<Unit> meant, Func<Unit, string> codeOf) =>
        new(
            $"Nhiều đơn vị mang tên \"{text}\": {string.Join(", ", meant.Select(unit => $"{codeOf(unit)} ({unit.Name})"))}. Hãy ghi mã."
        );
}
