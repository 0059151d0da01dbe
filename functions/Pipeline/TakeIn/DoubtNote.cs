using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What staff should look at, in a receipt; the upload is taken in all the same (design.md §3).</summary>
public sealed record DoubtNote(string Code, string Message)
{
    /// <summary>None where nobody else had brought the content before.</summary>
    public static IReadOnlyList<DoubtNote> Of(Bringer? first, UnitRegister units) =>
        first is null ? [] : [new(DoubtWords.SameContent, DoubtWords.ToSender(first, units))];
}
