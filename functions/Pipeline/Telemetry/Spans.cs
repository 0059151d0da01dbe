namespace CCHC.Pipeline.Telemetry;

/// <summary>Names of spans, in the order of the flow: the use case or its step, never what it works on.</summary>
public static class Spans
{
    public const string PullExports = nameof(PullExports);
    public const string PullSource = nameof(PullSource);
    public const string PullDay = nameof(PullDay);
    public const string PutExport = nameof(PutExport);
    public const string SweepExports = nameof(SweepExports);
    public const string TakeInExport = nameof(TakeInExport);
    public const string ReadExport = nameof(ReadExport);
    public const string AddToJournal = nameof(AddToJournal);
    public const string JoinLedger = nameof(JoinLedger);
    public const string PublishFigures = nameof(PublishFigures);
    public const string NoteExports = nameof(NoteExports);
    public const string WriteReceipt = nameof(WriteReceipt);
    public const string Rebuild = nameof(Rebuild);
    public const string RebuildUnit = nameof(RebuildUnit);
    public const string ReviewQuarter = nameof(ReviewQuarter);
    public const string ReviewUnit = nameof(ReviewUnit);
    public const string ExamineUnit = nameof(ExamineUnit);
    public const string FreezeUnit = nameof(FreezeUnit);
    public const string FollowUpUnit = nameof(FollowUpUnit);
    public const string QueueNotice = nameof(QueueNotice);
    public const string WriteNotice = nameof(WriteNotice);
    public const string ComposeLetter = nameof(ComposeLetter);
    public const string WriteDocx = nameof(WriteDocx);
    public const string WriteHtml = nameof(WriteHtml);
    public const string WriteReports = nameof(WriteReports);
    public const string IssueNotice = nameof(IssueNotice);
    public const string RemindLateUnits = nameof(RemindLateUnits);
    public const string PostMail = nameof(PostMail);
    public const string SendMail = nameof(SendMail);
}
