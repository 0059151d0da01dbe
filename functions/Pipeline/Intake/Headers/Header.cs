using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>A header understood: where each column stands and what it is called in this file.</summary>
internal sealed record Header
{
    private readonly int[] places;
    private readonly string[] texts;

    public Header(int line, string[] texts, int[] places)
    {
        (Line, LastLine) = (line, line);
        this.texts = texts;
        this.places = places;
        for (var column = Column.Code; column < Column.Unit; column++)
            Columns |= Has(column) ? column.Flag() : KeptColumns.None;
    }

    /// <summary>The line on which it begins.</summary>
    public int Line { get; }

    /// <summary>The line on which its last row begins.</summary>
    public int LastLine { get; init; }

    /// <summary>Rows of the table up to its end.</summary>
    public int Depth { get; init; }

    /// <summary>Headers it has, blank ones between them included.</summary>
    public int Width => texts.Length;

    public KeptColumns Columns { get; }

    /// <summary>How many columns were found.</summary>
    public int Found => places.Count(place => place >= 0);

    /// <summary>Pairs of places with the same header text, of which the first is read.</summary>
    public IReadOnlyList<(int First, int Second)> Twins { get; init; } = [];

    /// <summary>Columns that were passed over for a synonym of higher priority: what was read, what was not.</summary>
    public IReadOnlyList<(Column Column, string Passed)> Passed { get; init; } = [];

    /// <summary>Places whose heading isn't known, or blank.</summary>
    public IReadOnlyList<int> Unknown { get; init; } = [];

    /// <summary>The rows above the table and of the header, which may come again on every page.</summary>
    public Lazy<HashSet<string>> Above { get; init; } = new(() => new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Where a column stands; negative if the file hasn't got it.</summary>
    public int this[Column column] => places[(int)column];

    public bool Has(Column column) => places[(int)column] >= 0;

    /// <summary>True when every column stands where it does in the other header.</summary>
    public bool HasSamePlaces(Header other) => places.AsSpan().SequenceEqual(other.places);

    /// <summary>A column's header as read.</summary>
    public string TextOf(Column column) => Has(column) ? texts[this[column]] : "";

    public string TextAt(int place) => (uint)place < (uint)texts.Length ? texts[place] : "";

    public ReadOnlySpan<char> Cell(Row row, Column column) => row[places[(int)column]];

    /// <summary>The dossier code, the received date, and something that tells how far a dossier has come.</summary>
    public bool IsComplete =>
        Has(Column.Code)
        && Has(Column.Received)
        && (Has(Column.Status) || Has(Column.Finished) || Has(Column.Returned));

    /// <summary>"5", or "5–7" when it has several rows.</summary>
    public string Lines =>
        LastLine == Line ? FormattableString.Invariant($"{Line}") : FormattableString.Invariant($"{Line}–{LastLine}");
}
