using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Ledger;

/// <summary>Why an upload was taken out, and when: the content of its marker in the journal.</summary>
public sealed record Withdrawal(DateTimeOffset At, string Reason, string File)
{
    /// <summary>A line of JSON, and a line with its CRC-32; markers of old have the first without an end of line.</summary>
    public byte[] ToMarker()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, WithdrawalJson.Readable.Withdrawal);
        return [.. json, .. Encoding.ASCII.GetBytes($"\n{SumOf(json)}\n")];
    }

    /// <summary>The withdrawal, whole as it was written.</summary>
    /// <exception cref="InvalidDataException">It isn't what was written.</exception>
    public static Withdrawal FromMarker(ReadOnlySpan<byte> marker)
    {
        var end = marker.IndexOf((byte)'\n');
        var json = end < 0 ? marker : marker[..end];
        if (end >= 0 && Encoding.ASCII.GetString(marker[(end + 1)..]) != SumOf(json) + "\n")
            throw new InvalidDataException("A marker of a withdrawal was cut off or changed since it was written.");
        try
        {
            return
                JsonSerializer.Deserialize(json, WithdrawalJson.Readable.Withdrawal)
                    is { Reason: not null, File: not null } read
                ? read
                : throw new InvalidDataException("A marker of a withdrawal says nothing.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException("A marker of a withdrawal can't be read.", unreadable);
        }
    }

    private static string SumOf(ReadOnlySpan<byte> json) =>
        Crc32.HashToUInt32(json).ToString("x8", CultureInfo.InvariantCulture);
}

[JsonSerializable(typeof(Withdrawal))]
internal sealed partial class WithdrawalJson : JsonSerializerContext
{
    public static WithdrawalJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
