using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Ledger;

/// <summary>Why an upload was taken out, and when: the content of its marker in the journal.</summary>
public sealed record Withdrawal(DateTimeOffset At, string Reason, string File)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WithdrawalJson.Readable.Withdrawal);

    public static Withdrawal FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, WithdrawalJson.Readable.Withdrawal)!;
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
