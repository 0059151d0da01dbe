using System.Diagnostics;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>One quarter of one unit, from an upload to the mail about the letter that rests on it, and what was heard of it.</summary>
public sealed class TracedQuarter : IAsyncLifetime
{
    /// <summary>A quarter and a unit of no other test: all tests of this process are heard.</summary>
    public const string Correlation = "2023-Q3/29974";
    public const string Unit = "29974";
    private static readonly DateOnly Last = new(2023, 9, 14);

    internal HeardSpans Heard { get; } = new();

    public IReadOnlyList<Activity> Spans { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var app = await RunningApp.StartAsync(
            VietnamTime.StartOf(Last).AddHours(18),
            ("Review:FirstPeriod", "2023-Q3"),
            ("Review:MostMissingDays", "90"),
            ("Mail:Staff", "noivu@hongngu.example"),
            ("Mail:AllowedDomains", "hongngu.example")
        );
        var lines = Enumerable.Range(1, 10).Select(n => Desk.Line(Last, n, n <= 3 ? "Trực tuyến" : "Trực tiếp"));
        await app
            .Services.GetRequiredService<ExportStore>()
            .PutAsync(Unit, Desk.File(Last), Desk.Csv(lines), Desk.Evening(Last), default);
        await app.QuietAsync();
        // Behind the night's first hour, whose look would draw beside the queue what is not written yet.
        app.Clock.Advance(VietnamTime.StartOf(new(2023, 9, 18)).AddMinutes(70) - app.Clock.GetUtcNow());
        await app.QuietAsync();
        await app.Services.GetRequiredService<TimerRunner>().RunNowAsync("ReviewClosedPeriod");
        await app.QuietAsync();
        (await app.ExistsAsync(StoredNames.Notices, $"2023-Q3/{Unit}.docx")).ShouldBeTrue();
        Spans = Heard.About(Correlation);
    }

    public ValueTask DisposeAsync()
    {
        Heard.Dispose();
        return ValueTask.CompletedTask;
    }
}
