using System.Text.Json;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>What a host does for a step of a plan.</summary>
internal static class Work
{
    public static Task Of(Step step, ScheduledHost host, IReadOnlySet<string> sent) =>
        step switch
        {
            Step.Put put => PutAsync(host, put.Upload),
            Step.Deliver deliver => host.Get<TakeInExports>().TakeInAsync(deliver.Name, default),
            Step.Poison poison => host.Get<MarkPoisoned>().MarkAsync(MessageOf(poison.Name), default),
            Step.Pass pass => PassAsync(host, pass, [.. sent.Order(StringComparer.Ordinal)]),
            Step.Sweep { All: true } => host.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default),
            Step.Sweep => host.Get<SweepExports>().SweepAsync(default),
            Step.Withdraw { Upload: var it } => host.Get<WithdrawUpload>()
                .WithdrawAsync(it.Code, it.File, "nhầm tệp", default),
            Step.Retake retake => host.Get<RetakeUploads>().RetakeAsync(retake.Code, default),
            Step.Rebuild => host.Get<Rebuild>().RebuildAsync(default),
            Step.ListUnit unit => ListAsync(host, unit.Code),
            _ => throw new InvalidOperationException($"Nothing is done for {step}."),
        };

    private static Task<Pipeline.Intake.Upload> PutAsync(ScheduledHost desk, PlannedUpload upload) =>
        desk.Get<ExportStore>().PutAsync(upload.Code, upload.File, upload.Content, upload.What.UploadedAt, default);

    private static async Task PassAsync(ScheduledHost host, Step.Pass pass, IReadOnlyList<string> sent)
    {
        var fetched = new List<FetchedExport>();
        foreach (var name in sent.Where(name => Paths.SplitExport(name)!.Value.Code == pass.Code).Take(pass.Most))
        {
            var (code, file) = Paths.SplitExport(name)!.Value;
            if (await host.Get<ExportStore>().FetchAsync(code, file, default) is { } export)
                fetched.Add(export);
        }
        await host.Get<TakeInTogether>().TakeInAsync(fetched, _ => { }, default);
    }

    private static async Task ListAsync(ScheduledHost host, string code)
    {
        var unit = UnitCsv.Parse(Shipped.Units).Single(unit => unit.Id == code);
        await host.Get<RegisterStore>().ImportUnitsAsync([unit], default);
    }

    private static string MessageOf(string name) =>
        JsonSerializer.Serialize(
            new
            {
                ContainerName = StoredNames.Exports,
                BlobName = name,
                ETag = "",
            }
        );
}
