using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>An address with holes: {unit}, and {date:yyyy-MM-dd} or any other format of a day.</summary>
public sealed partial record AddressTemplate
{
    private const string DefaultFormat = "yyyy-MM-dd";

    private AddressTemplate(string text) => Text = text;

    public string Text { get; }

    public bool NamesUnit => Holes().Matches(Text).Any(hole => hole.Groups["name"].Value == "unit");

    /// <summary>Reads a template.</summary>
    /// <exception cref="InvalidDataException">Says in Vietnamese what is wrong.</exception>
    public static AddressTemplate Parse(string text)
    {
        var template = new AddressTemplate(text);
        if (Holes().Replace(text, "").AsSpan().ContainsAny('{', '}'))
            throw new InvalidDataException("chỉ có hai chỗ điền: {unit} và {date:định dạng}, ví dụ {date:yyyy-MM-dd}");
        if (!Holes().Matches(text).Any(hole => hole.Groups["name"].Value == "date"))
            throw new InvalidDataException("thiếu chỗ điền ngày, ví dụ {date:yyyy-MM-dd}");
        // Two days that look alike would put one day's export under the other's name.
        var days = Enumerable.Range(0, 400).Select(n => template.Filled("00000", new DateOnly(2024, 1, 1).AddDays(n)));
        if (days.Distinct(StringComparer.Ordinal).Count() < 400)
            throw new InvalidDataException("chỗ điền ngày phải có đủ ngày, tháng, năm, ví dụ {date:yyyy-MM-dd}");
        var filled = template.Filled("00000", new DateOnly(2024, 12, 31));
        if (!AddressRules.TryParse(filled, out var address))
            throw new InvalidDataException("phải là địa chỉ http hoặc https, không kèm tên và mật khẩu");
        var other = AddressRules.TryParse(template.Filled("99999", new DateOnly(2025, 1, 1)), out var second);
        if (!other || !AddressRules.IsSameOrigin(address, second!))
            throw new InvalidDataException("không được điền vào tên máy chủ");
        return template;
    }

    public Uri For(string unit, DateOnly day) => new(Filled(unit, day), UriKind.Absolute);

    private string Filled(string unit, DateOnly day) =>
        Holes()
            .Replace(
                Text,
                hole =>
                    hole.Groups["name"].Value == "unit"
                        ? Uri.EscapeDataString(unit)
                        : Written(day, hole.Groups["format"].Success ? hole.Groups["format"].Value : DefaultFormat)
            );

    /// <summary>Slashes stay: a day may be a path.</summary>
    private static string Written(DateOnly day, string format)
    {
        try
        {
            var custom = format.Length == 1 ? "%" + format : format;
            var written = day.ToString(custom, CultureInfo.InvariantCulture);
            return string.Join('/', written.Split('/').Select(Uri.EscapeDataString));
        }
        catch (FormatException wrong)
        {
            throw new InvalidDataException($"\"{format}\" không phải là định dạng ngày, ví dụ yyyy-MM-dd", wrong);
        }
    }

    [GeneratedRegex("""\{((?<name>unit)|(?<name>date)(:(?<format>[^{}]{1,40}))?)\}""", RegexOptions.ExplicitCapture)]
    private static partial Regex Holes();
}
