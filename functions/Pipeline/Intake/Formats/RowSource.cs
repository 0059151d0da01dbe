namespace CCHC.Pipeline.Intake.Formats;

/// <summary>
/// One table of an export as a stream of rows. A new format is one more of these, offered by
/// <see cref="ExportFile"/>; nothing after this folder knows what a file was.
/// </summary>
internal abstract class RowSource
{
    /// <summary>What was found, in the sender's words: "UTF-8 (BOM), dấu ';'".</summary>
    public abstract string Description { get; }

    /// <summary>True where a cell too many means that a separator stood in a text, so that later cells are shifted.</summary>
    public virtual bool CountsCells => false;

    /// <summary>What separates the cells of a text; null where they are marked otherwise.</summary>
    public virtual char? Separator => null;

    /// <summary>Day 0 of the serial days in cells that are numbers.</summary>
    public virtual DateOnly SerialEpoch => new(1899, 12, 30);

    /// <summary>True where its characters are only the Windows-1252 image of bytes whose encoding isn't known yet.</summary>
    public virtual bool IsUndecoded => false;

    /// <summary>Some of its text where that costs nothing, to be looked at before any row is; else empty.</summary>
    public virtual ReadOnlySpan<char> Beginning => default;

    /// <summary>Why reading ended before the end; null as long as all is well.</summary>
    public FileDefect? Defect { get; protected set; }

    /// <summary>Fills <paramref name="row"/> with the next row; false at the end or at a <see cref="Defect"/>.</summary>
    public abstract bool Read(Row row);

    /// <summary>Starts again before the first row.</summary>
    public abstract void Rewind();
}
