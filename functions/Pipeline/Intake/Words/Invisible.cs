using System.Buffers;
using System.Globalization;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>Characters that nobody sees in a cell, so that its fault can name them.</summary>
internal static class Invisible
{
    /// <summary>Blank by their look only: letters, marks and symbols to Unicode.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create(
        "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u2800\u3164\uFE00\uFE01\uFE0E\uFE0F\uFFA0\u00AD"
    );

    public static bool Is(char c) =>
        char.IsControl(c) || Fillers.Contains(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format;

    /// <summary>"ký tự ẩn U+200B".</summary>
    public static string Named(char c) => string.Create(CultureInfo.InvariantCulture, $"ký tự ẩn U+{(int)c:X4}");

    /// <summary>", có ký tự ẩn U+200B" for the first one in a text; "" for none.</summary>
    public static string In(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Is(c))
                return $", có {Named(c)}";
        }
        return "";
    }
}
