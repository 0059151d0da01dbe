using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Days that can't be right, told by what else the file says: the days in its codes, and which cells are texts and
/// which a spreadsheet's numbers. A US Excel that opens 04/01/2022 makes 1 April of it and leaves 14/01/2022 a text.
/// </summary>
internal sealed class DateProof(ReadingContext context)
{
    private const int FewestCodes = 5;
    private const int FewestExchanged = 3;
    private const int FewestSerials = 5;
    private const int FewestTexts = 2;
    private const int DaysOf1904 = 1462;

    /// <summary>No month has a greater number.</summary>
    private const int Months = 12;
    private readonly DateCells dates = new(context);
    private (int All, int Contradicting, int Exchanged, int Of1904) codes;
    private (int Early, int Late) serials;
    private (int Early, int Late, int Foreign) texts;

    /// <summary>Why the file is held back; null if nothing speaks against its days.</summary>
    public RowFault? Fault
    {
        get
        {
            if (Explains(codes.Exchanged))
                return FileFaults.DatesExchanged(codes.Exchanged, codes.All);
            if (Explains(codes.Of1904))
                return FileFaults.DatesOf1904(codes.Of1904, codes.All);
            if (codes.All >= FewestCodes && 2 * codes.Contradicting > codes.All)
                return FileFaults.DatesContradictCodes(codes.Contradicting, codes.All);
            var isProvenRight = codes.All >= FewestCodes && codes.Contradicting == 0;
            return !isProvenRight && LookExchanged
                ? FileFaults.DatesExchanged(serials.Early + texts.Foreign, AllCells)
                : null;
        }
    }

    /// <summary>A cell that is a day.</summary>
    public void Add(CellKind kind, DateOnly day)
    {
        var isLate = day.Day > Months;
        if (kind is CellKind.Number)
            serials = isLate ? (serials.Early, serials.Late + 1) : (serials.Early + 1, serials.Late);
        else if (isLate)
            texts.Late++;
        else
            texts.Early++;
    }

    /// <summary>A cell that is none, and is perhaps one with day and month exchanged.</summary>
    public void AddUnread(ReadOnlySpan<char> text) => texts.Foreign += dates.TryReadExchanged(text, out _) ? 1 : 0;

    /// <summary>The received day beside the one in the code.</summary>
    public void Compare(Row row, string code, DateOnly? received)
    {
        if (DossierCode.DayIn(code) is not { } day)
            return;
        if (received is null)
        {
            if (!dates.TryReadExchanged(context.Header.Cell(row, Column.Received), out var meant))
                return;
            codes = (codes.All + 1, codes.Contradicting + 1, codes.Exchanged + (meant == day ? 1 : 0), codes.Of1904);
            return;
        }
        codes.All++;
        if (received == day)
            return;
        codes.Contradicting++;
        codes.Exchanged += IsExchanged(received.Value, day) ? 1 : 0;
        codes.Of1904 += Math.Abs(received.Value.DayNumber - day.DayNumber) == DaysOf1904 ? 1 : 0;
    }

    private int AllCells => serials.Early + serials.Late + texts.Early + texts.Late + texts.Foreign;

    /// <summary>Nothing but days up to 12 as numbers, nothing but later ones as texts; or months beyond 12 throughout.</summary>
    private bool LookExchanged =>
        (serials is { Early: >= FewestSerials, Late: 0 } && texts is { Early: 0, Late: >= FewestTexts })
        || texts is { Foreign: >= FewestExchanged, Late: 0 };

    /// <summary>So many are wrong in one way, and hardly any in another.</summary>
    private bool Explains(int explained) => explained >= FewestExchanged && 10 * explained >= 8 * codes.Contradicting;

    private static bool IsExchanged(DateOnly one, DateOnly other) =>
        one.Year == other.Year && one.Day == other.Month && one.Month == other.Day;
}
