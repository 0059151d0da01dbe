using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>The texts of one kind of value; meanings may change from day to day ("mức độ 4" did on 1 July 2026).</summary>
internal sealed class ValueMap<T>
    where T : struct
{
    private readonly List<(DateOnly From, WordBook<T> Book)> eras = [];

    public ValueMap(IReadOnlyList<ValueTexts<T>> values)
    {
        var starts = values.Select(value => value.ValidFrom ?? DateOnly.MinValue);
        var afters = values.Where(value => value.ValidTo is not null).Select(value => value.ValidTo!.Value.AddDays(1));
        foreach (var from in starts.Concat(afters).Append(DateOnly.MinValue).Distinct().Order())
            eras.Add((from, new WordBook<T>(TextsOn(values, from))));
    }

    /// <summary>The texts that an export with this as-of date may use.</summary>
    public WordBook<T> On(DateOnly asOf) => eras.FindLast(era => era.From <= asOf).Book;

    private static IEnumerable<(string, T)> TextsOn(IReadOnlyList<ValueTexts<T>> values, DateOnly day) =>
        values
            .Where(value => new Term(value.ValidFrom, value.ValidTo).Includes(day))
            .SelectMany(value => value.Texts.Select(text => (text, value.Value)));
}
