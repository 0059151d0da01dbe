using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>One source of the list as JSON; reading goes on after a fault, so that all are told at once.</summary>
internal sealed partial class SourceReader(JsonElement element, int number)
{
    public static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Members =
    [
        "id",
        "units",
        "address",
        "header",
        "secret",
        "window",
        "daysBack",
        "workingDaysOnly",
        "extension",
        "enabled",
    ];

    private static readonly string[] Extensions = ["csv", "txt", "xlsx", "xls", "html"];

    private readonly List<string> faults = [];
    private string Name => Text("id", "") is { Length: > 0 } id ? $"nguồn \"{id}\"" : $"nguồn thứ {number}";

    /// <summary>The list's sources, each yet to be read.</summary>
    /// <exception cref="InvalidDataException">It is no list.</exception>
    public static IEnumerable<SourceReader> Items(string json)
    {
        var list = JsonPlace.Parse(json).Element;
        if (list.ValueKind is not JsonValueKind.Array)
            throw new InvalidDataException("Danh sách nguồn phải là một mảng JSON […].");
        return list.EnumerateArray().Select((item, index) => new SourceReader(item, index + 1));
    }

    /// <summary>Null where something is wrong; what, is added to the problems.</summary>
    public PullSource? Read(List<string> problems)
    {
        var source = element.ValueKind is JsonValueKind.Object ? Read() : null;
        if (source is null)
            problems.Add(
                $"nguồn thứ {number.ToString(CultureInfo.InvariantCulture)}: phải là một đối tượng JSON {{…}}"
            );
        problems.AddRange(faults.Distinct(StringComparer.Ordinal).Select(fault => $"{Name}: {fault}"));
        return faults.Count == 0 ? source : null;
    }

    private PullSource? Read()
    {
        RefuseOthers(element, Members);
        var id = Matching("id", "", Id(), "gồm chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ");
        var header = Matching("header", "", HeaderName(), "là tên một tiêu đề HTTP, ví dụ Authorization");
        if (element.TryGetProperty("secret", out _) && header.Length == 0)
            faults.Add("có \"secret\" nhưng thiếu \"header\"");
        var units = Units();
        var address = Address();
        if (units.Count > 1 && address is { NamesUnit: false })
            faults.Add("\"address\": nhiều đơn vị thì phải có chỗ điền {unit}");
        return new(
            id,
            units,
            address!,
            header,
            Matching(
                "secret",
                id,
                Id(),
                "là tên khóa: chữ thường không dấu, chữ số và gạch nối; không phải chính khóa"
            ),
            WindowReader.Read(element, faults),
            Number("daysBack", 3, 0, 30),
            Flag("workingDaysOnly", true),
            OneOf("extension", "csv", Extensions),
            Flag("enabled", true)
        );
    }

    private void RefuseOthers(JsonElement within, string[] members)
    {
        foreach (var member in within.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal))
        {
            if (!members.Contains(member.Key, StringComparer.Ordinal))
                faults.Add($"không có mục \"{member.Key}\"; các mục: {string.Join(", ", members)}");
            else if (member.Count() > 1)
                faults.Add($"mục \"{member.Key}\" xuất hiện hai lần");
        }
    }

    private AddressTemplate? Address()
    {
        try
        {
            return AddressTemplate.Parse(Text("address", ""));
        }
        catch (InvalidDataException wrong)
        {
            faults.Add($"\"address\": {wrong.Message}");
            return null;
        }
    }

    private List<string> Units()
    {
        var isList = element.TryGetProperty("units", out var units) && units.ValueKind is JsonValueKind.Array;
        var codes = isList
            ? units
                .EnumerateArray()
                .Select(unit => unit.ValueKind is JsonValueKind.String ? unit.GetString()! : "")
                .ToList()
            : [];
        if (
            codes.Count == 0
            || codes.Any(code => !UnitCode.TryParse(code, out _))
            || codes.Distinct().Count() < codes.Count
        )
            faults.Add("\"units\" phải là danh sách mã đơn vị năm chữ số, không trùng nhau, ví dụ [\"29956\"]");
        return codes;
    }

    private string Text(string member, string otherwise)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(member, out var value))
            return otherwise;
        if (value.ValueKind is JsonValueKind.String)
            return value.GetString()!.Trim();
        faults.Add($"\"{member}\" phải là chuỗi trong dấu nháy");
        return otherwise;
    }

    private string Matching(string member, string otherwise, Regex pattern, string expected)
    {
        var text = Text(member, otherwise);
        var isLeftOut = text.Length == 0 && member == "header" && !element.TryGetProperty(member, out _);
        if (!isLeftOut && !pattern.IsMatch(text))
            faults.Add($"\"{member}\" phải {expected}");
        return text;
    }

    private string OneOf(string member, string otherwise, string[] offered)
    {
        var text = Text(member, otherwise);
        if (!offered.Contains(text, StringComparer.Ordinal))
            faults.Add($"\"{member}\" phải là một trong: {string.Join(", ", offered)}");
        return text;
    }

    private bool Flag(string member, bool otherwise)
    {
        if (!element.TryGetProperty(member, out var value))
            return otherwise;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            faults.Add($"\"{member}\" phải là true hoặc false");
        return value.ValueKind is JsonValueKind.True;
    }

    private int Number(string member, int otherwise, int least, int most)
    {
        if (!element.TryGetProperty(member, out var value))
            return otherwise;
        if (
            value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
        )
            return number;
        faults.Add(
            string.Create(CultureInfo.InvariantCulture, $"\"{member}\" phải là số nguyên từ {least} đến {most}")
        );
        return otherwise;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    /// <summary>A header that would change how the answer is sent is ours.</summary>
    [GeneratedRegex(
        "^(?!(host|content-.*|transfer-.*|connection|accept-.*|if-.*|range|cookie|user-agent)$)[A-Za-z][A-Za-z0-9-]{0,63}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HeaderName();
}
