using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>An encoding with one byte for a letter, written as rows of sixteen letters; a dot is no letter of its own.</summary>
internal sealed class LetterTable
{
    private const int Width = 16;
    private readonly char[] letters = new char[256];

    /// <summary>Makes a table whose last row is that of byte F0, so that the first follows from how many there are.</summary>
    public LetterTable(params ReadOnlySpan<string> rows)
    {
        Span<byte> bytes = stackalloc byte[letters.Length];
        for (var b = 0; b < bytes.Length; b++)
            bytes[b] = (byte)b;
        Windows1252.Decode(bytes, letters);
        for (var row = 0; row < rows.Length; row++)
            Write(rows[row], letters.Length - (Width * (rows.Length - row)));
    }

    /// <summary>Letters that stand elsewhere.</summary>
    public LetterTable With(params ReadOnlySpan<(int Byte, char Letter)> others)
    {
        foreach (var (b, letter) in others)
            letters[b] = letter;
        return this;
    }

    public int Read(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        for (var i = 0; i < bytes.Length; i++)
            text[i] = letters[bytes[i]];
        return bytes.Length;
    }

    private void Write(string row, int first)
    {
        for (var i = 0; i < Width; i++)
            letters[first + i] = row[i] is '.' ? letters[first + i] : row[i];
    }
}
