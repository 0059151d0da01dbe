using Azure.Storage.Blobs;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stages Intake, Ledger and Scoring: uploads come in, figures follow.</summary>
public sealed class TakeInFunctions(
    TakeInExports takeIn,
    SweepExports sweep,
    SweepChecklists sweepChecklists,
    LookAtRows rows,
    DeleteOldExports deleteOld
)
{
    /// <summary>The blob's own name is parsed: {unit} may contain slashes, as on the official host.</summary>
    [Function("TakeInExport")]
    public Task TakeInExport(
        [BlobTrigger("exports/{unit}/{file}", Connection = Connections.Data, Source = BlobTriggerSource.EventGrid)]
            BlobClient export,
        CancellationToken cancellation
    ) => takeIn.TakeInAsync(export.Name, cancellation);

    /// <summary>Checklists, too, may have lost their event; they come later, and nothing holds the others up.</summary>
    [Function("SweepExports")]
    public Task SweepExports(
        [TimerTrigger("%SweepExportsSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) =>
        InTurn.ForEachAsync<Func<Task>>(
            [
                () => sweep.SweepAsync(cancellation),
                () => sweepChecklists.SweepAsync(cancellation),
                () => rows.NightlyAsync(cancellation),
            ],
            sweepAll => sweepAll()
        );

    [Function("DeleteOldExports")]
    public Task DeleteOldExports(
        [TimerTrigger("%DeleteOldExportsSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => deleteOld.DeleteAsync(cancellation);
}
