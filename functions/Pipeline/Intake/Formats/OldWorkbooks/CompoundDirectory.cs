using System.Collections;
using System.Text;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

internal readonly record struct CompoundEntry(uint Start, uint Size);

/// <summary>The streams that stand in the root of a compound file ([MS-CFB] 2.6).</summary>
internal sealed class CompoundDirectory
{
    private const int EntryLength = 128;
    private const int LongestName = 64;
    private readonly Dictionary<string, CompoundEntry> streams = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the directory's entries.</summary>
    /// <exception cref="InvalidDataException">The directory is damaged.</exception>
    public CompoundDirectory(ReadOnlySpan<byte> bytes)
    {
        var root = bytes.Take(0, EntryLength);
        Root = Entry(root);
        Walk(bytes, root.U32(76));
    }

    /// <summary>The stream in which the short ones stand.</summary>
    public CompoundEntry Root { get; }

    public CompoundEntry? Find(string name) => streams.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>The root's children are a tree; one that turns back into itself is walked only once.</summary>
    private void Walk(ReadOnlySpan<byte> bytes, uint first)
    {
        const byte Stream = 2;
        var seen = new BitArray(bytes.Length / EntryLength);
        var waiting = new Stack<uint>([first]);
        while (waiting.TryPop(out var number))
        {
            if (number >= seen.Length || seen[(int)number])
                continue;
            seen[(int)number] = true;
            var entry = bytes.Take((int)number * EntryLength, EntryLength);
            if (entry[66] == Stream)
                streams.TryAdd(NameOf(entry), Entry(entry));
            waiting.Push(entry.U32(68));
            waiting.Push(entry.U32(72));
        }
    }

    private static string NameOf(ReadOnlySpan<byte> entry)
    {
        var length = Math.Clamp(entry.U16(64) - 2, 0, LongestName - 2);
        return Encoding.Unicode.GetString(entry[..length]);
    }

    private static CompoundEntry Entry(ReadOnlySpan<byte> entry) => new(entry.U32(116), entry.U32(120));
}
