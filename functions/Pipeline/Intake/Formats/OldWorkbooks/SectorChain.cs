using System.Collections;
using System.Runtime.InteropServices;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Follows sectors through an allocation table ([MS-CFB] 2.3), each of them at most once.</summary>
internal static class SectorChain
{
    private const uint End = 0xFFFFFFFE;

    /// <summary>The first <paramref name="enough"/> sectors of a chain, or all of it.</summary>
    /// <exception cref="InvalidDataException">The chain turns back into itself or leaves the file.</exception>
    public static List<int> Follow(ReadOnlySpan<uint> table, uint start, int enough = int.MaxValue)
    {
        var chain = new List<int>();
        var seen = new BitArray(table.Length);
        for (var at = start; at != End && chain.Count < enough; at = table[(int)at])
        {
            if (at >= table.Length || seen[(int)at])
                throw Bytes.Broken;
            seen[(int)at] = true;
            chain.Add((int)at);
        }
        return chain;
    }

    /// <summary>The bytes of a stream of <paramref name="size"/> that stands in these sectors of <paramref name="all"/>.</summary>
    public static byte[] Read(ReadOnlySpan<byte> all, List<int> chain, int sector, int size)
    {
        if (size > (long)chain.Count * sector)
            throw Bytes.Broken;
        var bytes = new byte[size];
        for (var i = 0; i * sector < size; i++)
        {
            var length = Math.Min(sector, size - i * sector);
            all.Take(checked(chain[i] * sector), length).CopyTo(bytes.AsSpan(i * sector));
        }
        return bytes;
    }

    /// <summary>A table of sector numbers.</summary>
    public static uint[] AsTable(ReadOnlySpan<byte> bytes) =>
        MemoryMarshal.Cast<byte, uint>(bytes[..(bytes.Length & ~3)]).ToArray();
}
