using System.Buffers;
using System.Text;
using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>The text of a cell as a browser shows it: references resolved, blanks collapsed.</summary>
/// <param name="hardBlanksAreLetters">U+00A0 may be a letter of another encoding, only &amp;nbsp; is a blank.</param>
internal sealed class CellText(bool hardBlanksAreLetters)
{
    private const string Blanks = " \t\n\r\f";
    private const char HardBlank = '\u00A0';
    private static readonly SearchValues<char> Special = SearchValues.Create(Blanks + HardBlank + "&");
    private static readonly SearchValues<char> SpecialInImage = SearchValues.Create(Blanks + "&");

    private readonly TextBuffer text = new();
    private readonly SearchValues<char> special = hardBlanksAreLetters ? SpecialInImage : Special;
    private bool owesBlank;

    public char[] Chars => text.Chars;

    /// <summary>All cells of the row.</summary>
    public ReadOnlySpan<char> Written => text.Written;

    /// <summary>Where the present cell begins.</summary>
    public int Start { get; private set; }

    public int Length => text.Length - Start;

    public ReadOnlySpan<char> Present => text.Chars.AsSpan(Start, Length);

    public void Clear()
    {
        text.Clear();
        Begin();
    }

    public void Begin()
    {
        Start = text.Length;
        owesBlank = false;
    }

    /// <summary>A blank, if a word comes after it and one came before.</summary>
    public void Blank() => owesBlank |= Length > 0;

    /// <summary>Text that is no markup.</summary>
    public void AddPlain(ReadOnlySpan<char> plain)
    {
        if (owesBlank)
            text.Append(" ", Start);
        owesBlank = false;
        text.Append(plain, Start);
    }

    public void Add(ReadOnlySpan<char> written)
    {
        while (!written.IsEmpty && Length < TextBuffer.LongestCell)
        {
            var plain = written.IndexOfAny(special);
            if (plain < 0)
                plain = written.Length;
            if (plain > 0)
                AddPlain(written[..plain]);
            if (plain == written.Length)
                return;
            written = written[(plain + AddSpecial(written[plain..]))..];
        }
    }

    /// <summary>A cell that is there already.</summary>
    public void AddCell(ReadOnlySpan<char> whole)
    {
        Begin();
        AddPlain(whole);
    }

    /// <summary>How many characters it took.</summary>
    private int AddSpecial(ReadOnlySpan<char> written)
    {
        if (written[0] != '&')
        {
            Blank();
            return 1;
        }
        if (Entities.At(written) is not var (character, length))
        {
            AddPlain("&");
            return 1;
        }
        if (character is HardBlank || (character <= ' ' && Blanks.Contains((char)character)))
            Blank();
        else
            AddCharacter(character);
        return length;
    }

    private void AddCharacter(int character)
    {
        Span<char> chars = stackalloc char[2];
        AddPlain(chars[..new Rune(character).EncodeToUtf16(chars)]);
    }
}
