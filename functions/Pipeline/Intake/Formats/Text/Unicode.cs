using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace CCHC.Pipeline.Intake.Formats.Text;

internal enum UnicodeKind
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>The Unicode encodings of text files; strict: what isn't valid isn't decoded.</summary>
internal static class Unicode
{
    private const int Sample = 4096;

    /// <summary>A combining grave accent (U+0300) has its zero byte on the other side; such letters are rare.</summary>
    private const int Rarely = 20;

    public static string NameOf(UnicodeKind kind) =>
        kind switch
        {
            UnicodeKind.Utf8 => "UTF-8",
            UnicodeKind.Utf16LittleEndian => "UTF-16LE",
            UnicodeKind.Utf16BigEndian => "UTF-16BE",
        };

    /// <summary>The encoding its byte order mark names, and the mark's length.</summary>
    public static (UnicodeKind Kind, int Length)? Mark(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (UnicodeKind.Utf8, 3);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (UnicodeKind.Utf16LittleEndian, 2);
        return content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (UnicodeKind.Utf16BigEndian, 2) : null;
    }

    /// <summary>Without a mark: in UTF-16 every separator, digit and blank has a zero byte, always on the same side.</summary>
    public static UnicodeKind GuessKind(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length & ~1, Sample)];
        if (!sample.Contains((byte)0))
            return UnicodeKind.Utf8;
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < sample.Length; i += 2)
            zeros = (zeros.Even + (sample[i] == 0 ? 1 : 0), zeros.Odd + (sample[i + 1] == 0 ? 1 : 0));
        var enough = sample.Length / 2 / 4;
        if (zeros.Odd > enough && zeros.Even * Rarely < zeros.Odd)
            return UnicodeKind.Utf16LittleEndian;
        return zeros.Even > enough && zeros.Odd * Rarely < zeros.Even ? UnicodeKind.Utf16BigEndian : UnicodeKind.Utf8;
    }

    public static bool TryDecode(ReadOnlySpan<byte> content, UnicodeKind kind, Span<char> text, out int length)
    {
        if (kind is UnicodeKind.Utf8)
        {
            var status = Utf8.ToUtf16(content, text, out _, out length, replaceInvalidSequences: false);
            return status is OperationStatus.Done;
        }
        length = content.Length / 2;
        if (content.Length % 2 != 0)
            return false;
        var units = MemoryMarshal.Cast<byte, ushort>(content);
        var target = MemoryMarshal.Cast<char, ushort>(text);
        if (kind is UnicodeKind.Utf16BigEndian == BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(units, target);
        else
            units.CopyTo(target);
        return PairsSurrogates(text[..length]);
    }

    private static bool PairsSurrogates(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }
        return true;
    }
}
