namespace CCHC.Pipeline.Sheets;

/// <summary>Different values, each under the number of its first use.</summary>
internal sealed class Numbered<T>
{
    private readonly List<T> all = [];
    private readonly Dictionary<ValueTuple<T>, int> numbers = [];

    public IReadOnlyList<T> All => all;

    public int Of(T value)
    {
        if (numbers.TryGetValue(new(value), out var number))
            return number;
        all.Add(value);
        return numbers[new(value)] = all.Count - 1;
    }
}
