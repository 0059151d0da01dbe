namespace CCHC.Pipeline.Intake;

/// <summary>Header texts that mean one column.</summary>
/// <param name="Column">What they mean.</param>
/// <param name="Names">As sources write them, the first has priority.</param>
/// <param name="Fallback">True when they count only where the column's other names are absent.</param>
public sealed record HeaderNames(Column Column, IReadOnlyList<string> Names, bool Fallback = false);

/// <summary>Cell texts that mean one value, for exports whose as-of date lies within both days.</summary>
public sealed record ValueTexts<T>(
    T Value,
    IReadOnlyList<string> Texts,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null
);

/// <summary>What may say which day an export speaks of (design.md §3).</summary>
public enum AsOfSource
{
    /// <summary>The last date in the file's name.</summary>
    Name,

    /// <summary>"… đến ngày …" or "Ngày … tháng … năm …" above the header.</summary>
    Title,

    /// <summary>The latest received, finished or returned date of the accepted rows.</summary>
    Rows,

    /// <summary>The day of the upload.</summary>
    UploadDay,
}

/// <summary>
/// How dates of three numbers are read: day first, or with some separators month first. A date is never read in
/// both ways; ISO dates and serial days always count.
/// </summary>
public readonly record struct DateStyle(bool SlashMonthFirst, bool DashMonthFirst, bool DotMonthFirst)
{
    /// <summary>A date as a sender should write it.</summary>
    internal string Example => SlashMonthFirst ? "03/25/2022" : "25/03/2022";

    internal bool IsMonthFirst(char separator) =>
        separator switch
        {
            '/' => SlashMonthFirst,
            '-' => DashMonthFirst,
            _ => DotMonthFirst,
        };
}
