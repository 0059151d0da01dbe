using System.IO.Compression;

namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>Damage inside the parts of an .xlsx, packed again: damage to the packed bytes only meets the checksum.</summary>
internal static class PackageMutation
{
    public static bool Fits(byte[] content) => content is [0x50, 0x4B, 0x03, 0x04, ..];

    public static byte[] Apply(byte[] package, Random chance, Func<byte[], byte[]> mutate)
    {
        List<(string Name, byte[] Content)> parts;
        try
        {
            parts = Unpack(package);
        }
        catch (InvalidDataException)
        {
            return mutate(package);
        }
        if (parts.Count == 0)
            return mutate(package);
        var at = chance.Next(3) == 0 ? chance.Next(parts.Count) : Likely(parts, chance);
        switch (chance.Next(8))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Add(parts[at]);
                break;
            case 2:
                parts[at] = (parts[at].Name, parts[chance.Next(parts.Count)].Content);
                break;
            default:
                parts[at] = (parts[at].Name, mutate(parts[at].Content));
                break;
        }
        return Pack(parts);
    }

    /// <summary>The sheet or the shared texts: where rows come from.</summary>
    private static int Likely(List<(string Name, byte[] Content)> parts, Random chance)
    {
        var name = chance.Next(2) == 0 ? "sheet1.xml" : "sharedStrings.xml";
        return Math.Max(0, parts.FindIndex(part => part.Name.EndsWith(name, StringComparison.Ordinal)));
    }

    private static List<(string Name, byte[] Content)> Unpack(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var parts = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }
        return parts;
    }

    private static byte[] Pack(List<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }
}
