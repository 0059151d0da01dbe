namespace CCHC.Pipeline.Kpis;

/// <summary>A running tally inside of the array in which it stands.</summary>
public readonly struct TallyPlace
{
    /// <summary>Numbers of one tally: its counts, and whether it was touched.</summary>
    internal const int Width = Counts.Number + 1;
    private readonly int[] numbers;
    private readonly int start;

    internal TallyPlace(int[] numbers, int start) => (this.numbers, this.start) = (numbers, start);

    public ReadOnlySpan<int> Values => numbers.AsSpan(start, Counts.Number);

    public bool IsEmpty => !Values.ContainsAnyExcept(0);

    internal bool IsTouched => numbers is not null && numbers[start + Counts.Number] != 0;

    public void Add(Count count, int by) => numbers[start + (int)count] += by;

    public void Add(ReadOnlySpan<Count> counts, int by)
    {
        var tally = numbers.AsSpan(start, Counts.Number);
        foreach (var count in counts)
            tally[(int)count] += by;
    }

    public Tally Copy() => new(Values);

    internal void Touch(bool isTouched) => numbers[start + Counts.Number] = isTouched ? 1 : 0;

    internal void Fill(Tally tally) => tally.Values.CopyTo(numbers.AsSpan(start, Counts.Number));
}
