namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// What was returned in a file without a column that says when. No day stands for it (domain.md §5), so none of it is
/// counted as returned: told of one or another dossier, held back of a list that plainly speaks of returns.
/// </summary>
internal sealed class UnknownReturns(ReadingContext context)
{
    private const int FewestReturned = 5;
    private int returned;
    private int closed;

    public void Add(Status? status)
    {
        returned += status is Status.Done ? 1 : 0;
        closed += status is Status.Done or Status.Releasing or Status.Cancelled ? 1 : 0;
    }

    /// <summary>Null where nobody can be waiting for a day: the profile says that there is none.</summary>
    public RowFault? Fault =>
        IsUnknown && SpeaksOfReturns && !context.Lexicon.Profile.Absent.Contains(Column.Returned)
            ? FileFaults.ReturnedColumnMissing(returned)
            : null;

    public RowFault? Warning => IsUnknown && returned > 0 ? FileFaults.NoReturnedColumn(returned) : null;

    private bool IsUnknown => !context.Header.Has(Column.Returned);

    private bool SpeaksOfReturns =>
        context.Header.Has(Column.ReturnChannel) && returned >= FewestReturned && 2 * returned > closed;
}
