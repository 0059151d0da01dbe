using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>A row that other stored things say there must be.</summary>
/// <param name="Damage">Its place, and what to do.</param>
/// <param name="Missing">What a person must add or find out once it is back; "" where all that it held is known from elsewhere.</param>
/// <param name="PutBackAsync">Writes it again, as far as it is known.</param>
public sealed record LostRow(Damage Damage, string Missing, Func<CancellationToken, Task> PutBackAsync)
{
    /// <summary>Such a one is put back by itself.</summary>
    public bool IsKnownWhole => Missing.Length == 0;

    /// <summary>Nothing has what it held: only a backup puts it back.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>What stands of it once it is put back; null: nothing.</summary>
    public Damage? Then { get; init; }

    public const string Lost = "dòng này đã mất";

    public static Damage DamageAt(string place, string what) => new(place, $"{Lost}; {what}");

    /// <summary>Whether a mark is of a row that is lost, not of one that can't be read.</summary>
    public static bool IsOf(Damage damage) => damage.Words.StartsWith(Lost, StringComparison.Ordinal);
}
