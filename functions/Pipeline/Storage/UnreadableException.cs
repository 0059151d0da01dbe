namespace CCHC.Pipeline.Storage;

/// <summary>Something stored that can't be read: it is set aside and named, and nothing else is.</summary>
public sealed class UnreadableException(Damage damage, Exception? cause = null)
    : DamagedException($"{damage.Place}: {damage.Words}", cause)
{
    public override Damage Damage { get; } = damage;

    public bool IsIn(string tableOrContainer) =>
        Damage.Place.StartsWith($"{tableOrContainer}/", StringComparison.Ordinal);
}
