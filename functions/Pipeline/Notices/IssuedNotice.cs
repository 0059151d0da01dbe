namespace CCHC.Pipeline.Notices;

/// <summary>What the clerk (văn thư) gave a letter at signing: from here on the unit may see it, and deadlines count.</summary>
/// <param name="Period">2022-Q1.</param>
/// <param name="Unit">Unit id.</param>
/// <param name="Number">The number alone: "389".</param>
/// <param name="Date">The day on the letter.</param>
/// <param name="CorrectionDeadline">The day by which findings must be corrected and reported.</param>
/// <param name="DataDeadline">The day by which missing data must be there.</param>
public sealed record IssuedNotice(
    string Period,
    string Unit,
    string Number,
    DateOnly Date,
    DateOnly CorrectionDeadline,
    DateOnly DataDeadline
);
