namespace CCHC.Pipeline.Kpis;

/// <summary>A sum of counts less other counts.</summary>
public sealed record CountSum(Count[] Plus, Count[] Minus)
{
    public static CountSum Of(params Count[] plus) => new(plus, []);

    public CountSum Less(params Count[] minus) => new(Plus, minus);

    public int In(Tally tally)
    {
        var sum = 0;
        foreach (var count in Plus)
            sum += tally[count];
        foreach (var count in Minus)
            sum -= tally[count];
        return sum;
    }
}
