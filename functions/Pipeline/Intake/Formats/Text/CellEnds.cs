using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// Where the cells of a text end: at a separator or a line end. Found for 64 characters at a time, because a search
/// per cell costs more than the few characters that a cell has.
/// </summary>
internal struct CellEnds(char separator)
{
    private const int Block = 64;
    private const int None = -1;
    private readonly Vector256<ushort> separators = Vector256.Create((ushort)separator);
    private int block = None;
    private ulong ends;

    /// <summary>The first end at or behind <paramref name="from"/>; the text's length where there is none.</summary>
    /// <param name="text">Always the same.</param>
    /// <param name="from">Any place in it.</param>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = from / Block; at * Block < text.Length; at++)
        {
            if (at != block)
                (block, ends) = (at, EndsIn(text[(at * Block)..]));
            var rest = at == from / Block ? ends >> (from % Block) << (from % Block) : ends;
            if (rest != 0)
                return at * Block + BitOperations.TrailingZeroCount(rest);
        }
        return text.Length;
    }

    /// <summary>A bit for each of the first 64 characters.</summary>
    private readonly ulong EndsIn(ReadOnlySpan<char> text)
    {
        if (text.Length < Block)
        {
            Span<char> rest = stackalloc char[Block];
            rest.Clear();
            text.CopyTo(rest);
            return EndsInBlock(rest);
        }
        return EndsInBlock(text);
    }

    private readonly ulong EndsInBlock(ReadOnlySpan<char> text)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var (lines, returns) = (Vector256.Create((ushort)'\n'), Vector256.Create((ushort)'\r'));
        ulong found = 0;
        for (var at = 0; at < Block; at += Vector256<ushort>.Count)
        {
            var here = Vector256.LoadUnsafe(ref first, (nuint)at);
            var isEnd =
                Vector256.Equals(here, separators) | Vector256.Equals(here, lines) | Vector256.Equals(here, returns);
            found |= (ulong)isEnd.ExtractMostSignificantBits() << at;
        }
        return found;
    }
}
