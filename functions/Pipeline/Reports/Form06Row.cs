using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Reports;

/// <summary>A row of form 06 (Biểu số II.06a/VPCP/KSTT, TT 01/2020): columns 3 to 13 in their order.</summary>
/// <param name="Name">Column 2.</param>
/// <param name="Total">3: all to be handled.</param>
/// <param name="Online">4.</param>
/// <param name="Direct">5: in person and by post, those of unknown channel included (the national rule: empty = direct).</param>
/// <param name="CarriedOver">6.</param>
/// <param name="Finished">7.</param>
/// <param name="Early">8.</param>
/// <param name="OnTime">9.</param>
/// <param name="Overdue">10.</param>
/// <param name="Open">11.</param>
/// <param name="OpenInTime">12.</param>
/// <param name="OpenOverdue">13.</param>
/// <param name="UnknownChannel">How many of column 5 are only taken for direct: the note's figure.</param>
/// <param name="UnknownDue">How many of columns 9 and 12 have no due date that anybody could know: the note's figure.</param>
/// <param name="Inferred">How many of column 7 were finished on a day inferred from a file's: the note's figure.</param>
public sealed record Form06Row(
    string Name,
    int Total,
    int Online,
    int Direct,
    int CarriedOver,
    int Finished,
    int Early,
    int OnTime,
    int Overdue,
    int Open,
    int OpenInTime,
    int OpenOverdue,
    int UnknownChannel,
    int UnknownDue,
    int Inferred
)
{
    /// <summary>The row of a tally, every identity of the form checked.</summary>
    /// <exception cref="InvalidOperationException">An identity of the form is broken: a bug, not data.</exception>
    public static Form06Row Of(string name, Tally tally)
    {
        var row = new Form06Row(
            name,
            tally[Count.Received] + tally[Count.CarriedOver],
            tally[Count.ReceivedOnline],
            tally[Count.ReceivedInPerson] + tally[Count.ReceivedPostal] + tally[Count.ReceivedUnknownChannel],
            tally[Count.CarriedOver],
            tally[Count.Finished],
            tally[Count.Early],
            tally[Count.OnTime],
            tally[Count.Overdue],
            tally[Count.Open],
            tally[Count.OpenInTime],
            tally[Count.OpenOverdue],
            tally[Count.ReceivedUnknownChannel],
            tally[Count.FinishedUnknownDue] + tally[Count.OpenUnknownDue],
            tally[Count.FinishedInferred]
        );
        return row.BrokenIdentity is { } broken
            ? throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Form 06, row \"{name}\": {broken} doesn't hold.")
            )
            : row;
    }

    /// <summary>Columns 3 to 13.</summary>
    public IReadOnlyList<int> Figures =>
        [Total, Online, Direct, CarriedOver, Finished, Early, OnTime, Overdue, Open, OpenInTime, OpenOverdue];

    // TT 01/2020, Biểu số II.06a: each must hold on every row.
    private string? BrokenIdentity =>
        Total != Online + Direct + CarriedOver ? "(3) = (4) + (5) + (6)"
        : Total != Finished + Open ? "(3) = (7) + (11)"
        : Finished != Early + OnTime + Overdue ? "(7) = (8) + (9) + (10)"
        : Open != OpenInTime + OpenOverdue ? "(11) = (12) + (13)"
        : null;
}
