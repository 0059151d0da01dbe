using DocumentFormat.OpenXml.Packaging;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A workbook's shared texts, packed into blocks: no string per text.</summary>
internal sealed class SharedTexts
{
    private const int BlockSize = 64 * 1024 - 1;
    private readonly List<char[]> blocks = [];
    private readonly List<(int Block, ushort Start, ushort Length)> texts = [];
    private int used = BlockSize;

    /// <summary>The text a cell refers to; empty for a number that isn't there.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)texts.Count)
                return default;
            var (block, start, length) = texts[index];
            return blocks[block].AsSpan(start, length);
        }
    }

    /// <summary>All texts of a workbook.</summary>
    /// <exception cref="SharedTextsTooLargeException">They don't fit into the memory an export may take.</exception>
    public static SharedTexts Read(SpreadsheetDocument document, IntakeLimits limits)
    {
        var shared = new SharedTexts();
        if (document.WorkbookPart?.SharedStringTablePart is not { } part)
            return shared;
        using var xml = SafeXml.Open(part, limits);
        var text = new TextBuffer();
        var total = 0L;
        while (xml.Read())
        {
            if (!xml.IsStart("si"))
                continue;
            text.Clear();
            RichText.Read(xml, "si", text);
            shared.Add(text.Chars.AsSpan(0, text.Length));
            total += text.Length;
            if (total > limits.SharedCharacters)
                throw new SharedTextsTooLargeException();
        }
        return shared;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        if (used + text.Length > BlockSize)
        {
            blocks.Add(new char[BlockSize]);
            used = 0;
        }
        text.CopyTo(blocks[^1].AsSpan(used));
        texts.Add((blocks.Count - 1, (ushort)used, (ushort)text.Length));
        used += text.Length;
    }
}

/// <summary>Stops the reading of shared texts that are too many; an I/O error like any other of a bad file.</summary>
internal sealed class SharedTextsTooLargeException : IOException;
