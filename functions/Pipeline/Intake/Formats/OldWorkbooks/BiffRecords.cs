namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Steps through the records of a workbook stream ([MS-XLS] 2.1.4): a number, a length, the data.</summary>
internal ref struct BiffRecords(ReadOnlySpan<byte> stream, int start)
{
    private const int HeadLength = 4;
    private readonly ReadOnlySpan<byte> stream = stream;

    public Biff Id { get; private set; }

    /// <summary>Where the record begins.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Where the next one does.</summary>
    public int End { get; private set; } = start;

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>False where the stream ends.</summary>
    /// <exception cref="InvalidDataException">It ends within a record.</exception>
    public bool Next()
    {
        if (End == stream.Length)
            return false;
        Position = End;
        var head = stream.Take(Position, HeadLength);
        Id = (Biff)head.U16(0);
        Data = stream.Take(Position + HeadLength, head.U16(2));
        End = Position + HeadLength + Data.Length;
        return true;
    }
}
