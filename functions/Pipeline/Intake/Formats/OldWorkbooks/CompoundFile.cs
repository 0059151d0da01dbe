namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>
/// An OLE compound file ([MS-CFB]): a file system in a file. Only the streams in its root count: a workbook inside a
/// letter is no export. No more is ever allocated than the file has bytes.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int NumbersInHeader = 109;
    private readonly ReadOnlyMemory<byte> sectors;
    private readonly int sector;
    private readonly uint[] table;
    private readonly CompoundDirectory directory;
    private readonly uint smallest;
    private readonly uint smallTable;

    /// <summary>Reads where everything stands.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public CompoundFile(ReadOnlyMemory<byte> content)
    {
        var header = content.Span;
        var shift = header.U16(30);
        if (shift is not (9 or 12) || header.Length < HeaderLength)
            throw Bytes.Broken;
        sector = 1 << shift;
        sectors = content[Math.Min(sector, content.Length)..];
        table = ReadTable(header);
        var chain = SectorChain.Follow(table, header.U32(48));
        directory = new CompoundDirectory(SectorChain.Read(sectors.Span, chain, sector, chain.Count * sector));
        smallest = header.U32(56);
        smallTable = header.U32(60);
    }

    public bool Has(string name) => directory.Find(name) is not null;

    /// <summary>The bytes of a stream; null if the root has none of that name.</summary>
    /// <exception cref="InvalidDataException">They aren't all there.</exception>
    public byte[]? Read(string name)
    {
        if (directory.Find(name) is not { } entry)
            return null;
        return entry.Size < smallest ? ReadSmall(entry) : Read(entry);
    }

    private byte[] Read(CompoundEntry entry)
    {
        if (entry.Size > sectors.Length)
            throw Bytes.Broken;
        var size = (int)entry.Size;
        var chain = SectorChain.Follow(table, entry.Start, SectorsFor(size, sector));
        return SectorChain.Read(sectors.Span, chain, sector, size);
    }

    /// <summary>Short streams share sectors: they stand in sectors of 64 bytes inside the root's own stream.</summary>
    private byte[] ReadSmall(CompoundEntry entry)
    {
        const int SmallSector = 64;
        var chain = SectorChain.Follow(table, smallTable);
        var small = SectorChain.AsTable(SectorChain.Read(sectors.Span, chain, sector, chain.Count * sector));
        var size = (int)entry.Size;
        var at = SectorChain.Follow(small, entry.Start, SectorsFor(size, SmallSector));
        return SectorChain.Read(Read(directory.Root), at, SmallSector, size);
    }

    private static int SectorsFor(int size, int sector) => (int)(((long)size + sector - 1) / sector);

    /// <summary>The allocation table stands in sectors whose numbers are in the header and, for large files, in a list of sectors.</summary>
    private uint[] ReadTable(ReadOnlySpan<byte> header)
    {
        var count = SectorsFor(sectors.Length, sector);
        var numbers = new List<uint>();
        for (var i = 0; i < NumbersInHeader; i++)
            numbers.Add(header.U32(76 + 4 * i));
        var perSector = sector / 4;
        var next = header.U32(68);
        for (var lists = 0; next < count && lists < count && numbers.Count * (long)perSector < count; lists++)
        {
            var list = Sector(next);
            for (var i = 0; i < perSector - 1; i++)
                numbers.Add(list.U32(4 * i));
            next = list.U32(sector - 4);
        }
        var found = new uint[count];
        for (var i = 0; i * perSector < count; i++)
            SectorChain
                .AsTable(Sector(i < numbers.Count ? numbers[i] : uint.MaxValue))
                .AsSpan(0, Math.Min(perSector, count - i * perSector))
                .CopyTo(found.AsSpan(i * perSector));
        return found;
    }

    private ReadOnlySpan<byte> Sector(uint number) =>
        number < int.MaxValue / sector ? sectors.Span.Take((int)number * sector, sector) : throw Bytes.Broken;
}
