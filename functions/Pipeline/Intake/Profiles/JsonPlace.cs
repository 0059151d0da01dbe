using System.Globalization;
using System.Text.Json;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>A value of a profile's JSON with its place ("channels[1].texts[0]"), so that every fault can name it.</summary>
internal readonly record struct JsonPlace(JsonElement Element, string Path)
{
    private const int LongestText = 100;
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The whole text.</summary>
    /// <exception cref="InvalidDataException">It isn't JSON; the message names line and column.</exception>
    public static JsonPlace Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Commented);
            return new(document.RootElement.Clone(), "");
        }
        catch (JsonException fault)
        {
            var at = string.Create(
                CultureInfo.InvariantCulture,
                $"dòng {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}"
            );
            throw new InvalidDataException(
                $"Không phải JSON hợp lệ ở {at}: xem lại dấu phẩy, ngoặc và dấu nháy.",
                fault
            );
        }
    }

    public InvalidDataException Fault(string message) => new($"{(Path.Length == 0 ? "Mẫu" : Path)}: {message}.");

    /// <summary>An object with none but these members, each at most once.</summary>
    public JsonPlace WithOnly(params string[] members)
    {
        if (Element.ValueKind is not JsonValueKind.Object)
            throw Fault("phải là một đối tượng JSON {…}");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Element.EnumerateObject())
        {
            if (!members.Contains(member.Name, StringComparer.Ordinal))
                throw Fault($"không có mục \"{member.Name}\"; các mục: {string.Join(", ", members)}");
            if (!seen.Add(member.Name))
                throw Fault($"mục \"{member.Name}\" xuất hiện hai lần");
        }
        return this;
    }

    public JsonPlace? Member(string name) =>
        Element.TryGetProperty(name, out var value)
            ? new JsonPlace(value, Path.Length == 0 ? name : $"{Path}.{name}")
            : null;

    public JsonPlace Required(string name) => Member(name) ?? throw Fault($"thiếu mục \"{name}\"");

    public IReadOnlyList<JsonPlace> Items()
    {
        if (Element.ValueKind is not JsonValueKind.Array)
            throw Fault("phải là một danh sách […]");
        var path = Path;
        return
        [
            .. Element
                .EnumerateArray()
                .Select(
                    (item, index) =>
                        new JsonPlace(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))
                ),
        ];
    }

    /// <summary>At least one text.</summary>
    public IReadOnlyList<string> Texts()
    {
        var texts = Items().Select(item => item.Text()).ToList();
        return texts.Count > 0 ? texts : throw Fault("danh sách không được trống");
    }

    public string Text()
    {
        if (Element.ValueKind is JsonValueKind.Number)
            throw Fault("mã số phải đặt trong dấu nháy, ví dụ \"1\"");
        if (Element.ValueKind is not JsonValueKind.String)
            throw Fault("phải là một chuỗi trong dấu nháy");
        var text = Element.GetString()!;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(char.IsControl))
            throw Fault($"phải là một dòng chữ từ 1 đến {LongestText} ký tự");
        return text.Trim();
    }

    public bool Flag() =>
        Element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? Element.GetBoolean()
            : throw Fault("phải là true hoặc false");

    public DateOnly Day() => IsoDay.TryParse(Text(), out var day) ? day : throw Fault("phải là ngày dạng 2026-07-01");

    /// <summary>One of a closed list.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(), out var value)
            ? value
            : throw Fault($"không có \"{Text()}\"; phải là một trong: {string.Join(", ", words.Keys)}");
}
