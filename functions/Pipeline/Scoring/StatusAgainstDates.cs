using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Scoring;

/// <summary>Which of a dossier's status and its finished or returned date decides (domain.md §5, "Status against dates").</summary>
public static class StatusAgainstDates
{
    /// <summary>The present status; null when no upload gave one and no date closes the dossier, which is then open.</summary>
    public static Status? Of(Dossier dossier)
    {
        var lastDate = Later(dossier.Finished.At, dossier.Returned.At);
        if (!dossier.Status.IsKnown)
            return lastDate is null ? null : Status.Releasing;
        var status = dossier.Status.Value;
        var dateIsLater = lastDate is not null && lastDate.CompareTo(dossier.Status.At) > 0;
        // A date of a later upload finishes any dossier that was not closed, also against "receiving" and "denied".
        return dateIsLater && !Dossier.IsClosed(status) ? Status.Releasing : status;
    }

    /// <summary>"receiving" and "denied" are counted nowhere.</summary>
    public static bool IsCounted(Dossier dossier) => Of(dossier) is not (Status.Receiving or Status.Denied);

    private static Stamp? Later(Stamp? a, Stamp? b) => a is null || (b is not null && b.CompareTo(a) > 0) ? b : a;
}
