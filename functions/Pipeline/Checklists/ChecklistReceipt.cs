using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Checklists.Reading;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Checklists;

/// <summary>What became of a checklist. Written last; the only thing that says "done", for the checklist of its ETag.</summary>
public sealed record ChecklistReceipt
{
    public required string File { get; init; }

    [JsonPropertyName("etag")]
    public required string ETag { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>2022-Q1; "" where the file names none.</summary>
    public string Period { get; init; } = "";
    public required Outcome Outcome { get; init; }

    /// <summary>Lines that were filled in.</summary>
    public int Lines { get; init; }
    public int Accepted { get; init; }
    public int Refused { get; init; }

    /// <summary>Lines left blank.</summary>
    public int Blank { get; init; }
    public IReadOnlyList<RowFault> Faults { get; init; } = [];
    public IReadOnlyList<RowFault> Warnings { get; init; } = [];
    public required DateTimeOffset UploadedAt { get; init; }
    public required DateTimeOffset TakenInAt { get; init; }
    public string Format { get; init; } = "";
    public required string Message { get; init; }

    /// <summary>"failed" is tried again.</summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is not Outcome.Failed;

    public static ChecklistReceipt Of(
        UploadedChecklist checklist,
        ChecklistReading reading,
        bool isDuplicate,
        DateTimeOffset now
    ) =>
        new()
        {
            File = checklist.File,
            ETag = checklist.ETag,
            Sha256 = checklist.Sha256,
            Period = reading.Period,
            Outcome = isDuplicate ? Outcome.Duplicate : reading.Outcome,
            Lines = reading.Lines,
            Accepted = reading.Accepted,
            Refused = reading.Refused,
            Blank = reading.Blank,
            Faults = reading.Faults,
            Warnings = reading.Warnings,
            UploadedAt = new DateTimeOffset(checklist.UploadedAt, TimeSpan.Zero),
            TakenInAt = now,
            Format = reading.Format,
            Message = isDuplicate
                ? "Phiếu có nội dung trùng với một phiếu đã gửi; số liệu không thay đổi."
                : reading.Message,
        };

    /// <summary>What stands where a take-in failed five times.</summary>
    public static ChecklistReceipt Failed(ListedChecklist checklist, DateTimeOffset now)
    {
        const string sentence =
            "Hệ thống chưa xử lý được phiếu sau nhiều lần thử. Tệp vẫn được giữ nguyên và sẽ được tự động thử lại hằng ngày.";
        return new()
        {
            File = checklist.File,
            ETag = checklist.ETag,
            Sha256 = "",
            Outcome = Outcome.Failed,
            Faults = [new RowFault(0, "", FaultCodes.ProcessingFailed, sentence)],
            UploadedAt = new DateTimeOffset(checklist.UploadedAt, TimeSpan.Zero),
            TakenInAt = now,
            Message = sentence,
        };
    }

    /// <summary>What stands where a file's name is none that can be worked with: it was not read.</summary>
    public static ChecklistReceipt Misnamed(ListedChecklist checklist, DateTimeOffset now)
    {
        const string sentence =
            "Tên hoặc đường dẫn của tệp không dùng được: quá dài, hoặc có ký tự không cho phép. Hãy đổi tên tệp rồi gửi lại.";
        return new()
        {
            File = checklist.File,
            ETag = checklist.ETag,
            Sha256 = "",
            Outcome = Outcome.Refused,
            Faults = [new RowFault(0, "", FaultCodes.ImpossiblePath, sentence)],
            UploadedAt = new DateTimeOffset(checklist.UploadedAt, TimeSpan.Zero),
            TakenInAt = now,
            Message = sentence,
        };
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ChecklistReceiptJson.Readable.ChecklistReceipt);

    /// <summary>Null for what is no receipt, or not a whole one.</summary>
    public static ChecklistReceipt? TryFromJson(BinaryData json)
    {
        try
        {
            return
                JsonSerializer.Deserialize(json, ChecklistReceiptJson.Readable.ChecklistReceipt)
                    is { IsWhole: true } receipt
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
                File: not null,
                ETag: not null,
                Sha256: not null,
                Period: not null,
                Format: not null,
                Message: not null,
                Faults: not null,
                Warnings: not null
            }
        && Faults.Concat(Warnings).All(fault => fault is { Column: not null, Code: not null, Message: not null });
}

/// <summary>Receipts of checklists as JSON: camelCase names, Vietnamese left readable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChecklistReceipt))]
public sealed partial class ChecklistReceiptJson : JsonSerializerContext
{
    public static ChecklistReceiptJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters = { new JsonStringEnumConverter<Outcome>(JsonNamingPolicy.CamelCase) },
            }
        );
}
