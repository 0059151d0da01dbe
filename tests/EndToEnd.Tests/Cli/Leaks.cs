using System.Buffers;
using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Finds planted words in stored bytes, whatever they are wrapped in.</summary>
internal sealed class Leaks(IEnumerable<string> planted)
{
    private readonly SearchValues<string> words = SearchValues.Create([.. planted], StringComparison.Ordinal);

    public bool IsIn(string text) => text.AsSpan().ContainsAny(words);

    public bool IsIn(string container, string name, byte[] content) =>
        IsIn(name) || Texts(container, name, content).Any(IsIn);

    /// <summary>A blob's text in every form it may be stored in.</summary>
    public static IEnumerable<string> Texts(string container, string name, byte[] content) =>
        [
            Text(content),
            Encoding.Unicode.GetString(content),
            .. (container, content) switch
            {
                (StoredNames.Ledger, _) when name.EndsWith("/hot", StringComparison.Ordinal) => Hot(content),
                (StoredNames.Ledger, _) => [Text(Compression.Unpack(content))],
                (_, [0x1F, 0x8B, ..]) =>
                [
                    Unzipped(new GZipStream(new MemoryStream(content), CompressionMode.Decompress)),
                ],
                (_, [(byte)'P', (byte)'K', ..]) => Entries(content),
                _ => Enumerable.Empty<string>(),
            },
        ];

    /// <summary>The parts of LedgerCodec's form: names, dossiers, then years.</summary>
    private static IEnumerable<string> Hot(byte[] content)
    {
        var reader = new ByteReader(content);
        reader.Byte();
        reader.Text();
        reader.Byte();
        yield return Text(Compression.Unpack(reader.Bytes()));
        yield return Text(Compression.Unpack(reader.Bytes()));
        for (var left = reader.Count(); left > 0; left--)
        {
            reader.Number();
            yield return Text(Compression.Unpack(reader.Bytes()));
        }
    }

    private static IEnumerable<string> Entries(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            return [.. zip.Entries.Select(entry => Unzipped(entry.Open()))];
        }
        catch (InvalidDataException)
        {
            return []; // A workbook that was cut off on its way.
        }
    }

    private static string Unzipped(Stream packed)
    {
        using var text = new StreamReader(packed, Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
