using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

/// <summary>Rows of a table as far as they can be read.</summary>
/// <param name="Rows">Those that can.</param>
/// <param name="Damages">What is wrong with the others.</param>
public sealed record SoundRows<T>(IReadOnlyList<T> Rows, IReadOnlyList<Damage> Damages)
{
    /// <summary>For whom a row that can't be read is not "none".</summary>
    /// <exception cref="UnreadableException">One can't be read.</exception>
    public IReadOnlyList<T> Whole => Damages.Count == 0 ? Rows : throw new UnreadableException(Damages[0]);
}

/// <summary>Reads rows, and notes for health those that can't be read (design.md §4, law 2b).</summary>
internal static class MarkedRows
{
    /// <summary>Reads one.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static async Task<T> ReadAsync<T>(this DamageMarks marks, Func<T> read, CancellationToken cancellation)
    {
        try
        {
            return read();
        }
        catch (UnreadableException unreadable)
        {
            await marks.SetAsync(unreadable.Damage, cancellation);
            throw;
        }
    }

    public static async Task<SoundRows<T>> ReadAllAsync<T>(
        this DamageMarks marks,
        TableClient table,
        string filter,
        Func<StoredRow, T> read,
        CancellationToken cancellation
    )
    {
        var damages = new List<Damage>();
        var rows = await StoredRow.ReadAllAsync(table, filter, read, damages, cancellation);
        foreach (var damage in damages)
            await marks.SetAsync(damage, cancellation);
        return new(rows, damages);
    }
}
