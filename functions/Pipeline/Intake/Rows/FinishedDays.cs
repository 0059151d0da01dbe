namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Looks at the finished dates of a file as a whole, because a column headed "Ngày kết thúc xử lý" may in fact hold
/// the day of return (domain.md §4). F falls back to T, so no figure but the returned ones depends on it.
/// </summary>
internal sealed class FinishedDays
{
    private const int FewestOfStatus = 5;
    private const int FewestAlike = 30;
    private int waiting;
    private int waitingWithDay;
    private int returned;
    private int returnedWithDay;
    private int alike;
    private bool differ;

    public void Add(HardValues dossier)
    {
        var hasDay = dossier.Finished is null ? 0 : 1;
        if (dossier.Status is Status.Releasing)
            (waiting, waitingWithDay) = (waiting + 1, waitingWithDay + hasDay);
        else if (dossier.Status is Status.Done)
            (returned, returnedWithDay) = (returned + 1, returnedWithDay + hasDay);
        if (hasDay == 0 || dossier.Returned is null)
            return;
        differ |= dossier.Finished != dossier.Returned;
        // What is settled on the spot is finished and returned on one day by its nature.
        alike += dossier.Finished == dossier.Received ? 0 : 1;
    }

    /// <summary>None that waits to be fetched has a finished date, and all that were fetched do.</summary>
    public bool OnlyReturnedHaveOne =>
        waiting >= FewestOfStatus && waitingWithDay == 0 && returned >= FewestOfStatus && returnedWithDay == returned;

    /// <summary>It is the day of return in every one of many dossiers.</summary>
    public bool AllAreDaysOfReturn => alike >= FewestAlike && !differ;
}
