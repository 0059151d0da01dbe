using System.Globalization;
using System.Text;
using CCHC.Pipeline.Tests.Samples.Matrix;

namespace CCHC.Pipeline.Tests.Samples;

/// <summary>The invented people of the samples, searched for in whatever dress: case, marks, blanks, legacy fonts.</summary>
internal static class Planted
{
    public const string Person = "Nguyễn Văn Mật";
    public const string Clerk = "Lê Thị Kín";
    public const string Phone = "0912345678";
    public const string Identity = "087123456789";
    public const string Address = "ấp Dấu Vết";

    public static IReadOnlyList<string> All { get; } = [Person, Clerk, Phone, Identity, Address];

    private static readonly List<string> Bare = [.. All.Select(BareOf)];
    private static readonly List<string> Images =
    [
        .. All.SelectMany(planted => CodePages.OfCells.Select(encoding => CodePages.Image(planted, encoding)))
            .Distinct(),
    ];

    /// <summary>What of it stands in a text; null if nothing does.</summary>
    public static string? In(string text)
    {
        if (Images.Find(image => text.Contains(image, StringComparison.OrdinalIgnoreCase)) is { } image)
            return image;
        var bare = BareOf(text);
        return Bare.Find(planted => bare.Contains(planted, StringComparison.Ordinal));
    }

    /// <summary>Letters and digits only, lower case, without marks.</summary>
    private static string BareOf(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in Valid(text).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(rune))
                bare.Append(rune);
            else if (rune == 'đ')
                bare.Append('d');
            else if (char.IsDigit(rune))
                bare.Append((int)CharUnicodeInfo.GetNumericValue(rune));
        }
        return bare.ToString();
    }

    private static string Valid(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFE).Select(rune => rune.ToString()));
}
