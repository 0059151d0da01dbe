using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// The units that a person means by a name: the whole name, or all of it but the word for its kind, compared as cells
/// are. Names differ by one letter, so nothing less than equal counts (domain.md §2).
/// </summary>
public static class NamedUnits
{
    private static readonly string[] Kinds = ["xã ", "phường ", "thị trấn ", "đặc khu "];

    /// <summary>Several where they are called alike; none where nobody is called so.</summary>
    public static IReadOnlyList<Unit> Of(UnitRegister units, string text)
    {
        var asked = Fold.Of(text).Trim();
        return asked.Length == 0 ? [] : [.. units.All.Where(unit => Forms(unit).Contains(asked))];
    }

    private static IEnumerable<string> Forms(Unit unit)
    {
        var name = Fold.Of(unit.Name);
        var kind = Array.Find(Kinds, kind => name.StartsWith(kind, StringComparison.Ordinal)) ?? "";
        foreach (var form in (string[])[name, name[kind.Length..]])
        {
            yield return form;
            yield return Fold.Bare(form);
        }
    }
}
