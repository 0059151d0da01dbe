using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What became of an upload, in its sender's words (design.md §3). Written last; the only thing that says "done".</summary>
public sealed record Receipt
{
    /// <summary>Unit id; the code as uploaded where no unit is known.</summary>
    public required string Unit { get; init; }
    public required string File { get; init; }

    /// <summary>Its name as listed when the upload was taken in; null where no unit is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UnitName { get; init; }

    [JsonPropertyName("etag")]
    public required string ETag { get; init; }
    public DateOnly? AsOf { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public required string Sha256 { get; init; }
    public required Outcome Outcome { get; init; }
    public int Rows { get; init; }
    public int Accepted { get; init; }
    public int Refused { get; init; }

    /// <summary>Dossiers whose state this upload changed.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that say less than a later upload already said.</summary>
    public int Superseded { get; init; }

    /// <summary>The first dossiers of those superseded; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SupersededCodes { get; init; }

    /// <summary>The first thousand, then one that counts the rest: the reader sees to it.</summary>
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
    public IReadOnlyList<RowFault> Warnings { get; init; } = [];

    /// <summary>What staff should look at; it follows the order of processing and changes no figure.</summary>
    public IReadOnlyList<DoubtNote> Doubts { get; init; } = [];
    public required DateTimeOffset TakenInAt { get; init; }
    public string Format { get; init; } = "";
    public required string Message { get; init; }

    /// <summary>Why and when it was taken out; null when it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>
    /// A take-in never writes a final receipt again for the same ETag; "failed" is tried again. Only a withdrawal or
    /// another reading replaces one.
    /// </summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is not Outcome.Failed;

    /// <summary>Of an upload whose path is not "{code}/{file}", or can't be worked with.</summary>
    internal static Receipt OfImpossiblePath(ListedExport export, DateTimeOffset takenInAt)
    {
        var message = ReceiptWords.Impossible(export.Name);
        return new()
        {
            Unit = Storage.Keys.NoUnit,
            File = export.Name,
            ETag = export.ETag,
            UploadedAt = export.LastModified,
            Sha256 = "",
            Outcome = Outcome.Refused,
            Faults = [new RowFault(0, "", FaultCodes.ImpossiblePath, message)],
            TakenInAt = takenInAt,
            Message = message,
        };
    }

    public static Receipt Of(ExportReading reading, UploadEffect? effect, bool isDuplicate, DateTimeOffset takenInAt) =>
        new()
        {
            Unit = reading.Unit?.Id ?? reading.Upload.Code,
            UnitName = reading.Unit?.Name,
            File = reading.Upload.File,
            ETag = reading.Upload.ETag,
            AsOf = reading.AsOf,
            UploadedAt = new DateTimeOffset(reading.Upload.UploadedAt, TimeSpan.Zero),
            Sha256 = reading.Upload.Sha256,
            Outcome = isDuplicate ? Outcome.Duplicate : reading.Outcome,
            Rows = reading.Rows,
            Accepted = reading.Accepted,
            Refused = reading.Refused,
            Changed = effect?.Changed ?? 0,
            Superseded = effect?.Superseded ?? 0,
            SupersededCodes = effect?.SupersededCodes is { Count: > 0 } codes ? codes : null,
            Faults = reading.Faults,
            Warnings = reading.Warnings,
            TakenInAt = takenInAt,
            Format = reading.Format,
            Message = isDuplicate ? ReceiptWords.Duplicate(reading) : ReceiptWords.WithEffect(reading, effect),
        };

    /// <summary>The same upload, taken out: nothing of it counts any more.</summary>
    public Receipt AsWithdrawn(Withdrawal withdrawal, string message, DateTimeOffset now) =>
        this with
        {
            Outcome = Outcome.Withdrawn,
            Changed = 0,
            Superseded = 0,
            SupersededCodes = null,
            Doubts = [],
            Withdrawn = withdrawal,
            TakenInAt = now,
            Message = message,
        };

    /// <summary>Whether both tell the sender the same of the file itself, whatever it did to the figures then.</summary>
    public bool ReadsLike(Receipt other) => Read(this).AsSpan().SequenceEqual(Read(other));

    private static byte[] Read(Receipt receipt) =>
        (
            receipt with
            {
                Changed = 0,
                Superseded = 0,
                SupersededCodes = null,
                TakenInAt = default,
                Message = "",
            }
        ).ToJson();

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReceiptJson.Readable.Receipt);

    /// <summary>Null for what is no receipt, or not a whole one.</summary>
    public static Receipt? TryFromJson(BinaryData json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ReceiptJson.Readable.Receipt) is { IsWhole: true } receipt
                ? receipt
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON may say null where there must be something.</summary>
    private bool IsWhole =>
        this
            is {
                Unit: not null,
                File: not null,
                ETag: not null,
                Sha256.Length: 0 or 64,
                Format: not null,
                Message: not null,
                Faults: not null,
                Warnings: not null,
                Doubts: not null
            }
        && Sha256.All(char.IsAsciiHexDigitLower)
        && Doubts.All(doubt => doubt is { Code: not null, Message: not null })
        && Faults.Concat(Warnings).All(fault => fault is { Column: not null, Code: not null, Message: not null });
}

/// <summary>Receipts as JSON: camelCase names, Vietnamese left readable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(IReadOnlyList<Receipt>))]
public sealed partial class ReceiptJson : JsonSerializerContext
{
    public static ReceiptJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters = { new JsonStringEnumConverter<Outcome>(JsonNamingPolicy.CamelCase) },
            }
        );
}
