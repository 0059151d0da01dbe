using System.Text;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>OLE compound files with sectors of 512 bytes, their directory one long branch.</summary>
internal static class ACompoundFile
{
    public const int Sector = 512;
    private const uint Free = 0xFFFFFFFF;
    private const uint End = 0xFFFFFFFE;

    /// <summary>Sector 0 is the allocation table, as far as one sector reaches; the directory and the streams follow.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] streams)
    {
        var directorySectors = (streams.Length + 1 + 3) / 4;
        var contents = streams.Select(stream => Padded(stream.Content)).ToList();
        var used = directorySectors + contents.Sum(content => content.Length / Sector);
        var tableSectors = 1;
        while (tableSectors * (Sector / 4) < used + tableSectors)
            tableSectors++;
        var table = Enumerable.Repeat(Free, tableSectors * (Sector / 4)).ToArray();
        using var file = new MemoryStream();
        file.Write(Header(tableSectors));
        for (var i = 0; i < tableSectors; i++)
            table[i] = 0xFFFFFFFD;
        var next = Chain(table, tableSectors, directorySectors);
        using var directory = new MemoryStream();
        directory.Write(Entry("Root Entry", 5, child: 1, right: Free, End, 0));
        foreach (var (index, (name, content)) in streams.Index())
        {
            var right = index + 1 < streams.Length ? (uint)index + 2 : Free;
            directory.Write(Entry(name, 2, Free, right, (uint)next, (uint)Math.Max(content.Length, 4096)));
            next = Chain(table, next, contents[index].Length / Sector);
        }
        file.Write(table.SelectMany(BitConverter.GetBytes).ToArray());
        directory.SetLength(directorySectors * Sector);
        file.Write(directory.ToArray());
        contents.ForEach(content => file.Write(content));
        return file.ToArray();
    }

    /// <summary>Streams of 4096 bytes and more have sectors of their own.</summary>
    private static byte[] Padded(byte[] content)
    {
        var length = Math.Max(4096, (content.Length + Sector - 1) / Sector * Sector);
        return [.. content, .. new byte[length - content.Length]];
    }

    private static int Chain(uint[] table, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            table[i] = i + 1 < first + count ? (uint)i + 1 : End;
        return first + count;
    }

    private static byte[] Header(int tableSectors)
    {
        var header = new byte[Sector];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(header, 0);
        BitConverter.TryWriteBytes(header.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(header.AsSpan(32), (ushort)6);
        BitConverter.TryWriteBytes(header.AsSpan(44), tableSectors);
        BitConverter.TryWriteBytes(header.AsSpan(48), tableSectors);
        BitConverter.TryWriteBytes(header.AsSpan(56), 4096);
        BitConverter.TryWriteBytes(header.AsSpan(60), End);
        BitConverter.TryWriteBytes(header.AsSpan(68), End);
        for (var i = 0; i < 109; i++)
            BitConverter.TryWriteBytes(header.AsSpan(76 + 4 * i), i < tableSectors ? (uint)i : Free);
        return header;
    }

    private static byte[] Entry(string name, byte type, uint child, uint right, uint start, uint size)
    {
        var entry = new byte[128];
        var bytes = Encoding.Unicode.GetBytes(name);
        bytes.CopyTo(entry, 0);
        BitConverter.TryWriteBytes(entry.AsSpan(64), (ushort)(bytes.Length + 2));
        entry[66] = type;
        BitConverter.TryWriteBytes(entry.AsSpan(68), Free);
        BitConverter.TryWriteBytes(entry.AsSpan(72), right);
        BitConverter.TryWriteBytes(entry.AsSpan(76), child);
        BitConverter.TryWriteBytes(entry.AsSpan(116), start);
        BitConverter.TryWriteBytes(entry.AsSpan(120), size);
        return entry;
    }
}
