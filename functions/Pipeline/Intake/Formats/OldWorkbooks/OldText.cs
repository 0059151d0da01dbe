using System.Runtime.InteropServices;
using System.Text;
using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Characters as old workbooks store them, appended to a cell.</summary>
internal static class OldText
{
    /// <summary>BIFF8: two bytes a character, or one where the other would be 0.</summary>
    public static void Append(TextBuffer text, ReadOnlySpan<byte> bytes, bool isWide, int start)
    {
        if (isWide)
            text.Append(MemoryMarshal.Cast<byte, char>(bytes), start);
        else
            Append(text, bytes, Encoding.Latin1, start);
    }

    public static void Append(TextBuffer text, ReadOnlySpan<byte> bytes, Encoding encoding, int start)
    {
        const int Part = 256;
        Span<char> chars = stackalloc char[Part];
        if (encoding.IsSingleByte)
        {
            for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Part, bytes.Length)..])
                text.Append(chars[..encoding.GetChars(bytes[..Math.Min(Part, bytes.Length)], chars)], start);
            return;
        }
        text.Append(encoding.GetString(bytes), start);
    }
}
