using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A part of a stored ledger is missing or isn't what was saved: the ledger is derived from the journal.</summary>
public sealed class DamagedLedgerException(Damage damage)
    : DamagedException($"{damage.Place} is damaged: {damage.Words}; it is derived from the journal.")
{
    public override Damage Damage { get; } = damage;
}
