using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A journal entry or marker can't be read. It is the truth: nothing can be derived of its unit before it is put back.</summary>
public sealed class DamagedJournalException(string unit, string blob, string words, Exception? cause = null)
    : DamagedException($"{StoredNames.Journal}/{blob} of unit {unit} is damaged: {words}", cause)
{
    public string Unit { get; } = unit;

    public override Damage Damage { get; } = new($"{StoredNames.Journal}/{blob}", words);
}
