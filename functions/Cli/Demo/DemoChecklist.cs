using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Demo;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.Template;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Demo;

/// <summary>The inspecting office's checklist: the template filled in, uploaded, taken in, its pages asked.</summary>
internal sealed class DemoChecklist(OpenedStore store, DemoClock clock, Screen screen)
{
    /// <summary>Does all of it before the quarter is reviewed; afterwards it would change nothing.</summary>
    public async Task FillInAsync(DemoPeriod demo, CancellationToken cancellation)
    {
        var lines = DemoInspection.Of(demo);
        if (lines.Count == 0 || await store.Get<ReviewTable>().IsDoneAsync(demo.Name, cancellation))
            return;
        screen.Tell($"Điền và nạp phiếu kiểm tra kỳ {demo.Name}, mở các trang công khai ngân sách …");
        var period = demo.In(store.Get<PeriodScheme>());
        await using var sites = await DemoWebsites.StartAsync(cancellation);
        var content = FilledTemplate.Fill(await TemplateAsync(period, cancellation), Typed(lines, sites));
        var file = await KeepAsync(period, content, cancellation);
        await store.Get<ChecklistFiles>().PutAsync(file, content, UploadedAt(demo), cancellation);
        var receipt = await store.Get<TakeInChecklist>().TakeInAsync(file, cancellation);
        if (receipt?.Outcome is not (Outcome.Accepted or Outcome.Duplicate))
            throw new CannotException($"Phiếu kiểm tra chạy thử không nạp được: {receipt?.Message}");
        await new DemoPages(store, clock).CheckAsync(period, cancellation);
    }

    private async Task<byte[]> TemplateAsync(Period period, CancellationToken cancellation)
    {
        var units = (await store.Get<Registers>().GetAsync(cancellation)).Units;
        var criteria = await store.Get<StaffSetting<CriterionList>>().GetAsync(cancellation);
        return ChecklistTemplate.Write(period, units, criteria);
    }

    /// <summary>Puts it where a person can open it.</summary>
    private async Task<string> KeepAsync(Period period, byte[] content, CancellationToken cancellation)
    {
        var file = ChecklistTemplate.FileName(period);
        var folder = Path.Combine(store.Place.Data, "checklists");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, file), content, cancellation);
        return file;
    }

    // The afternoon before the review.
    private static long UploadedAt(DemoPeriod demo) => demo.Clock.AddHours(-17).UtcTicks;

    private static Dictionary<(string, string), TypedAnswer> Typed(
        IEnumerable<InspectedLine> lines,
        DemoWebsites sites
    ) =>
        lines
            .Where(line => line.Answer.Length > 0 || line.Page is not null)
            .ToDictionary(line => (line.Unit, line.Criterion), line => Typed(line, sites));

    private static TypedAnswer Typed(InspectedLine line, DemoWebsites sites) =>
        line.Page is { } page ? new(sites.AddressOf(line.Unit, page), "", line.Evidence)
        : line.Answer.Contains('/', StringComparison.Ordinal) ? new("Đã ban hành", line.Answer, line.Evidence)
        : new(Offered(line), "", line.Evidence);

    /// <summary>As the template's list has it.</summary>
    private static string Offered(InspectedLine line) =>
        (line.Criterion, line.Answer) switch
        {
            ("plan-issued", "Chưa") => "Chưa ban hành",
            ("budget-page", "Chưa") => "Chưa công khai",
            _ => line.Answer,
        };
}
