using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// The journal's form: gzip over UTF-8 text, a JSON line about the upload, then one tab-separated line per dossier.
/// It is the truth for decades, so that any tool can read it without this program.
/// </summary>
public static class JournalCodec
{
    private const int Cells = 13;
    private const int TrailerLength = 8;

    public static byte[] Write(JournalEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var text = new StreamWriter(zip, new UTF8Encoding(false)))
            Write(entry, text);
        return bytes.ToArray();
    }

    /// <summary>Whether two readings of one upload say the same, whatever their numbers and the name it was sent under.</summary>
    public static bool SayTheSame(JournalEntry a, JournalEntry b) =>
        Text(a with { File = "" }) == Text(b with { File = "" });

    private static string Text(JournalEntry entry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(entry, text);
        return text.ToString();
    }

    private static void Write(JournalEntry entry, TextWriter text)
    {
        text.NewLine = "\n";
        text.WriteLine(JsonSerializer.Serialize(JournalHead.Of(entry), JournalJson.Default.JournalHead));
        foreach (var row in entry.Rows)
            text.WriteLine(Line(row));
    }

    /// <summary>The entry, whole as it was written.</summary>
    /// <exception cref="InvalidDataException">It isn't what was written.</exception>
    public static JournalEntry Read(ReadOnlyMemory<byte> packed, int reading)
    {
        using var plain = Unpack(packed);
        using var text = new StreamReader(plain, Encoding.UTF8);
        var head = JsonSerializer.Deserialize(text.ReadLine() ?? "", JournalJson.Default.JournalHead)!;
        if (head.Version != JournalHead.PresentVersion)
            throw new InvalidDataException("A journal entry was written by a later version of this program.");
        var rows = new List<KeptRow>();
        while (text.ReadLine() is { } line)
            rows.Add(Row(line.Split('\t')));
        return new JournalEntry
        {
            Unit = head.Unit,
            Stamp = Stamp.Of(head.AsOf, head.UploadedAt, head.Sha256),
            Sha256 = head.Sha256,
            Reading = reading,
            File = head.File,
            Columns = head.Columns.Aggregate(KeptColumns.None, (all, name) => all | Enum.Parse<KeptColumns>(name)),
            SpeaksForItsDay = head.SpeaksForItsDay,
            Rows = rows,
        };
    }

    /// <summary>The text, seen to be all that was written.</summary>
    /// <remarks>
    /// GZipStream ends quietly where its stream is cut off, and doesn't miss the trailer: a truncated entry would be
    /// taken for a shorter one. So the trailer's CRC-32 and length (RFC 1952, 2.3.1) are held against what was unpacked.
    /// </remarks>
    private static MemoryStream Unpack(ReadOnlyMemory<byte> packed)
    {
        var plain = new MemoryStream();
        using (var zip = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress))
            zip.CopyTo(plain);
        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        if (
            packed.Length < TrailerLength
            || BinaryPrimitives.ReadUInt32LittleEndian(packed.Span[^TrailerLength..]) != Crc32.HashToUInt32(bytes)
            || BinaryPrimitives.ReadUInt32LittleEndian(packed.Span[^sizeof(uint)..]) != (uint)bytes.Length
        )
            throw new InvalidDataException("A journal entry was cut off or changed since it was written.");
        plain.Position = 0;
        return plain;
    }

    private static string Line(KeptRow row) =>
        string.Join(
            '\t',
            row.Code,
            IsoDay.Of(row.Received),
            IsoDay.Of(row.Due),
            IsoDay.Of(row.Finished),
            IsoDay.Of(row.Returned),
            row.Status?.ToString() ?? "",
            Text(row.Channel),
            Text(row.ReturnChannel),
            row.Level is { } level ? ((int)level).ToString(CultureInfo.InvariantCulture) : "",
            row.Field ?? "",
            row.Procedure ?? "",
            Text(row.Digitised),
            Text(row.PaidOnline)
        );

    private static KeptRow Row(string[] cells)
    {
        if (cells.Length != Cells)
            throw new InvalidDataException("A line of a journal entry has another number of cells.");
        return new()
        {
            Code = cells[0],
            Received = Day(cells[1])!.Value,
            Due = Day(cells[2]),
            Finished = Day(cells[3]),
            Returned = Day(cells[4]),
            Status = cells[5].Length == 0 ? null : Enum.Parse<Status>(cells[5]),
            Channel = Channel(cells[6]),
            ReturnChannel = Channel(cells[7]),
            Level = Level(cells[8]),
            Field = cells[9].Length == 0 ? null : cells[9],
            Procedure = cells[10].Length == 0 ? null : cells[10],
            Digitised = YesNo(cells[11]),
            PaidOnline = YesNo(cells[12]),
        };
    }

    private static string Text(Channel channel) =>
        channel switch
        {
            Intake.Channel.Blank => "",
            Intake.Channel.Unrecognised => "?",
            Intake.Channel.InPerson or Intake.Channel.Online or Intake.Channel.Postal => channel.ToString(),
        };

    private static string Text(bool? yes) =>
        yes is { } known
            ? known
                ? "1"
                : "0"
            : "";

    private static DateOnly? Day(string text) => text.Length == 0 ? null : IsoDay.Parse(text);

    private static Channel Channel(string text) =>
        text switch
        {
            "" => Intake.Channel.Blank,
            "?" => Intake.Channel.Unrecognised,
            _ => Enum.Parse<Channel>(text),
        };

    private static bool? YesNo(string text) =>
        text switch
        {
            "" => null,
            "0" => false,
            "1" => true,
            _ => throw new InvalidDataException("A journal entry has a cell of a kind this program doesn't know."),
        };

    private static Level? Level(string text) =>
        text.Length == 0 ? null
        : (Level)int.Parse(text, CultureInfo.InvariantCulture) is var level && Enum.IsDefined(level) ? level
        : throw new InvalidDataException("A journal entry has a level this program doesn't know.");
}

/// <summary>The first line of a journal entry.</summary>
internal sealed record JournalHead(
    int Version,
    string Unit,
    string File,
    DateOnly AsOf,
    long UploadedAt,
    string Sha256,
    IReadOnlyList<string> Columns,
    bool SpeaksForItsDay
)
{
    public const int PresentVersion = 1;

    public static JournalHead Of(JournalEntry entry) =>
        new(
            PresentVersion,
            entry.Unit,
            entry.File,
            entry.Stamp.AsOf,
            entry.Stamp.UploadedAt,
            entry.Sha256,
            [
                .. Enum.GetValues<KeptColumns>()
                    .Where(c => c is not KeptColumns.None && entry.Columns.HasFlag(c))
                    .Select(c => c.ToString()),
            ],
            entry.SpeaksForItsDay
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JournalHead))]
internal sealed partial class JournalJson : JsonSerializerContext;
