namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>The day an export speaks of, by the order in which its source's profile asks.</summary>
/// <param name="Source">What said it.</param>
/// <param name="Day">The day; null where the rows are to say it.</param>
internal sealed record AsOfRule(AsOfSource Source, DateOnly? Day)
{
    /// <summary>What the file is refused for.</summary>
    public RowFault? Refusal { get; private init; }

    public RowFault? Warning { get; private init; }

    /// <summary>What counts where the rows say nothing.</summary>
    public AsOfRule? Otherwise { get; private init; }

    public static AsOfRule Of(
        IReadOnlyList<AsOfSource> order,
        string file,
        IReadOnlyList<string> titles,
        DateOnly uploadDay,
        int from = 0
    )
    {
        for (var i = from; i < order.Count; i++)
        {
            var answer = order[i] switch
            {
                AsOfSource.Name => InName(file, uploadDay),
                AsOfSource.Title => InTitles(titles, uploadDay),
                AsOfSource.Rows => new(AsOfSource.Rows, null) { Otherwise = Of(order, file, titles, uploadDay, i + 1) },
                AsOfSource.UploadDay => new(AsOfSource.UploadDay, uploadDay),
            };
            if (answer is not null)
                return answer;
        }
        return new(AsOfSource.UploadDay, uploadDay);
    }

    /// <summary>What the rule after this one says, where this one's day can't be the day of the data.</summary>
    public AsOfRule Next(IReadOnlyList<AsOfSource> order, string file, IReadOnlyList<string> titles, DateOnly uploadDay)
    {
        var own = 0;
        while (own < order.Count && order[own] != Source)
            own++;
        return Of(order, file, titles, uploadDay, own + 1);
    }

    private static AsOfRule? InName(string file, DateOnly uploadDay)
    {
        if (AsOfDate.InName(file) is not { } named)
            return null;
        return named <= uploadDay
            ? new(AsOfSource.Name, named)
            : new(AsOfSource.Name, uploadDay) { Refusal = FileFaults.NameDateInFuture(named, uploadDay) };
    }

    private static AsOfRule? InTitles(IReadOnlyList<string> titles, DateOnly uploadDay)
    {
        if (AsOfDate.InTitles(titles) is not { } titled)
            return null;
        return titled <= uploadDay
            ? new(AsOfSource.Title, titled)
            : new(AsOfSource.Title, uploadDay) { Warning = FileFaults.TitleDateInFuture(titled, uploadDay) };
    }
}
