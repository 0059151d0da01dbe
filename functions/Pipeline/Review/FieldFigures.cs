using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>A unit's frozen figures in one field of procedures: what form 06 and the letter to the offices rest on.</summary>
/// <param name="Field">Field id; "unknown" for dossiers without one.</param>
/// <param name="Name">As last written; "" for "unknown".</param>
/// <param name="Figures">The field's counts.</param>
public sealed record FieldFigures(string Field, string Name, Tally Figures)
{
    /// <summary>A unit's fields with any count, by field id, ordinal.</summary>
    /// <param name="ledger">Knows how the fields' names were last written.</param>
    /// <param name="rows">Tallies of the unit, its fields and its procedures in one period, by row suffix.</param>
    public static IReadOnlyList<FieldFigures> Of(UnitLedger ledger, IReadOnlyDictionary<string, Tally> rows) =>
        [
            .. rows.Select(row => (Field: Keys.FieldOf(row.Key), row.Key, row.Value))
                .Where(row => row.Field.Length > 0 && !row.Value.IsEmpty)
                .OrderBy(row => row.Field, StringComparer.Ordinal)
                .Select(row => new FieldFigures(row.Field, NameOf(ledger.Names.Of(row.Key)), row.Value)),
        ];

    private static string NameOf(Row row) => row.Name.IsKnown ? row.Name.Value : "";
}
