using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Recovery;

/// <summary>One blob as it was copied.</summary>
/// <param name="Name">Inside its container.</param>
/// <param name="File">Where its content lies in the backup's folder, with slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the content, lower-case hex.</param>
/// <param name="ETag">Which version of it this is, in the store it was copied from.</param>
/// <param name="Modified">When it was written there, UTC.</param>
/// <param name="Type">Content type; null = none was given.</param>
/// <param name="Metadata">Null = none.</param>
public sealed record BackedUpBlob(
    string Name,
    string File,
    long Size,
    string Sha256,
    string ETag,
    DateTimeOffset Modified,
    string? Type,
    IReadOnlyDictionary<string, string>? Metadata
);

/// <summary>A container as it was copied; blobs by name.</summary>
public sealed record BackedUpContainer(string Name, IReadOnlyList<BackedUpBlob> Blobs);

/// <summary>A table as it was copied: one file, a row a line.</summary>
public sealed record BackedUpTable(string Name, string File, int Rows, long Size, string Sha256);

/// <summary>What a backup holds. Written last: a folder without it is none.</summary>
public sealed record BackupManifest
{
    public const int PresentVersion = 1;

    public int Version { get; init; } = PresentVersion;

    /// <summary>When the store was last seen to be so, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The storage account's name.</summary>
    public required string Account { get; init; }

    /// <summary>Nothing was written to the store while it was copied: the backup is one moment's.</summary>
    public required bool StoodStill { get; init; }

    /// <summary>Uploads that were not taken in, and are in no backup: their senders have them.</summary>
    public required int WaitingExports { get; init; }

    /// <summary>SHA-256 of all that follows: names the backup, and finds a manifest that was altered.</summary>
    public required string Digest { get; init; }
    public required IReadOnlyList<BackedUpTable> Tables { get; init; }
    public required IReadOnlyList<BackedUpContainer> Containers { get; init; }

    [JsonIgnore]
    public IEnumerable<(string File, long Size, string Sha256)> Files =>
        Tables
            .Select(table => (table.File, table.Size, table.Sha256))
            .Concat(Containers.SelectMany(c => c.Blobs).Select(blob => (blob.File, blob.Size, blob.Sha256)));

    [JsonIgnore]
    public int Items => Tables.Sum(table => table.Rows) + Containers.Sum(container => container.Blobs.Count);

    public BackedUpContainer? Container(string name) => Containers.FirstOrDefault(container => container.Name == name);

    public BackedUpTable? Table(string name) => Tables.FirstOrDefault(table => table.Name == name);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Readable.BackupManifest);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no manifest.</exception>
    public static BackupManifest FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ManifestJson.Readable.BackupManifest)
        ?? throw new JsonException("null is no manifest");

    /// <summary>Of tables and containers as they stand in the manifest.</summary>
    public static string DigestOf(IReadOnlyList<BackedUpTable> tables, IReadOnlyList<BackedUpContainer> containers) =>
        Convert.ToHexStringLower(
            SHA256.HashData([
                .. JsonSerializer.SerializeToUtf8Bytes(tables, ManifestJson.Readable.IReadOnlyListBackedUpTable),
                .. JsonSerializer.SerializeToUtf8Bytes(
                    containers,
                    ManifestJson.Readable.IReadOnlyListBackedUpContainer
                ),
            ])
        );
}

[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    public static ManifestJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                WriteIndented = true,
                IndentSize = 1,
                NewLine = "\n",
            }
        );
}
