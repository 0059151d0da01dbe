namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Rows by code, then in the file's order. A desk's codes begin alike, so the ten characters behind that beginning,
/// packed into a number, tell nearly all of them apart: numbers sort several times faster than texts.
/// </summary>
internal static class CodeOrder
{
    private const int Packed = 10;
    private const int BitsOfCharacter = 6;
    private const int BeforeFirst = '-' - 1;
    private const int Greatest = (1 << BitsOfCharacter) - 1;

    /// <summary>The indices of the rows in order.</summary>
    public static int[] Of(List<KeptRow> rows)
    {
        var start = SharedBeginning(rows);
        var (keys, order) = (new ulong[rows.Count], new int[rows.Count]);
        for (var i = 0; i < order.Length; i++)
            (keys[i], order[i]) = (Key(rows[i].Code.AsSpan(start)), i);
        Array.Sort(keys, order);
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && keys[to] == keys[from]; to++) { }
            if (to - from > 1)
                order.AsSpan(from, to - from).Sort((a, b) => Compare(rows, a, b));
        }
        return order;
    }

    private static int SharedBeginning(List<KeptRow> rows)
    {
        var shared = rows.Count == 0 ? default : rows[0].Code.AsSpan();
        foreach (var row in rows)
            shared = shared[..shared.CommonPrefixLength(row.Code)];
        return shared.Length;
    }

    /// <summary>Greater for a greater text, or equal where the texts differ only behind or beyond what it holds.</summary>
    private static ulong Key(ReadOnlySpan<char> text)
    {
        ulong key = 0;
        for (var i = 0; i < Packed; i++)
            key = (key << BitsOfCharacter) | (i < text.Length ? Small(text[i]) : 0);
        return key;
    }

    private static ulong Small(char c) => (ulong)Math.Clamp(c - BeforeFirst, 0, Greatest);

    private static int Compare(List<KeptRow> rows, int a, int b) =>
        string.CompareOrdinal(rows[a].Code, rows[b].Code) is var order and not 0 ? order : a.CompareTo(b);
}
