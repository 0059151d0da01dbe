namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A workbook's shared texts, packed into blocks: no string per text.</summary>
internal sealed class SharedTexts(IntakeLimits limits)
{
    private const int BlockSize = 64 * 1024 - 1;
    private const int PlaceBits = 16;

    /// <summary>What the place of a text costs, in characters.</summary>
    private const int PlaceCost = 8;

    private readonly List<char[]> blocks = [];
    private readonly List<(int Block, ushort Start, ushort Length)[]> places = [];
    private int used = BlockSize + 1;
    private uint count;
    private long cost;

    /// <summary>The text a cell refers to.</summary>
    /// <exception cref="InvalidDataException">There is none of that number: a blank cell would say something else.</exception>
    public ReadOnlySpan<char> this[uint index]
    {
        get
        {
            if (index >= count)
                throw new InvalidDataException("A cell refers to a text that isn't there.");
            var (block, start, length) = places[(int)(index >> PlaceBits)][index & ushort.MaxValue];
            return blocks[block].AsSpan(start, length);
        }
    }

    /// <summary>Appends the next text.</summary>
    /// <exception cref="WorkbookTooLargeException">They don't fit into the memory an export may take.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        cost += text.Length + PlaceCost;
        if (cost > limits.SharedCharacters)
            throw new WorkbookTooLargeException();
        if (used + text.Length > BlockSize)
        {
            blocks.Add(new char[BlockSize]);
            used = 0;
        }
        text.CopyTo(blocks[^1].AsSpan(used));
        if (count >> PlaceBits == places.Count)
            places.Add(new (int, ushort, ushort)[1 << PlaceBits]);
        places[^1][count++ & ushort.MaxValue] = (blocks.Count - 1, (ushort)used, (ushort)text.Length);
        used += text.Length;
    }
}

/// <summary>Stops the reading of what would fill the memory; an I/O error like any other of a bad file.</summary>
internal sealed class WorkbookTooLargeException : IOException;
