using Azure.Storage.Blobs;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>Quarters in which no unit sent anything: each has a draft that asks for its data, to be issued.</summary>
public sealed class Letters : IAsyncLifetime
{
    private readonly Workshop workshop = new();
    private readonly Dictionary<string, IReadOnlyList<ReviewedUnit>> reviewed = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync() => await workshop.InitializeAsync();

    public static Period Quarter(string name) =>
        Period.TryParse(name, PeriodScheme.Statutory, out var period)
            ? period
            : throw new ArgumentException("No period.", nameof(name));

    public async Task<IReadOnlyList<Unit>> UnitsAsync(string quarter, bool withDrafts = true)
    {
        if (!reviewed.TryGetValue(quarter, out var units))
        {
            units = (await workshop.Get<ReviewQuarter>().ReviewAsync(Quarter(quarter), default)).Units;
            reviewed.Add(quarter, units);
            foreach (var unit in withDrafts ? units : [])
                await workshop.Get<WriteNotice>().WriteAsync(new NoticeMessage(quarter, unit.Unit.Id), default);
        }
        return [.. units.Select(unit => unit.Unit)];
    }

    /// <summary>An item of the register as the review adds it.</summary>
    public Task FollowAsync(Unit unit, string quarter) =>
        workshop
            .Get<FollowUpTable>()
            .AddAsync(
                new FollowUp
                {
                    Unit = unit.Id,
                    Period = quarter,
                    Finding = "online",
                    Name = "Tỷ lệ hồ sơ nộp trực tuyến",
                    Times = 1,
                },
                default
            );

    public async Task<FollowUp> FollowedAsync(Unit unit, string quarter) =>
        (await workshop.Get<FollowUpTable>().ListAsync(unit.Id, default)).Single(item => item.Period == quarter);

    public Task<IssuedNotice> IssueAsync(
        string quarter,
        Unit unit,
        string number,
        DateOnly date,
        bool replace = false
    ) => workshop.Get<IssueNotice>().IssueAsync(Quarter(quarter), unit, number, date, replace, default);

    /// <summary>The same in a process that dies after so many requests; false: it lived to the end.</summary>
    public Task<bool> DieAsync(int survives, string quarter, Unit unit, string number, DateOnly date) =>
        workshop.DieAsync(
            survives,
            doomed => doomed.GetRequiredService<IssueNotice>().IssueAsync(Quarter(quarter), unit, number, date, default)
        );

    public Task<IssuedNotice?> FindAsync(string quarter, Unit unit) =>
        workshop.Get<IssuedNotices>().FindAsync(quarter, unit.Id, default);

    public Task<string> HtmlAsync(string quarter, Unit unit) =>
        workshop.TextAsync(StoredNames.Notices, Paths.IssuedHtml(quarter, unit.Id));

    public async Task<byte[]> DocxAsync(string path) =>
        (
            await workshop.Get<Store>().Container(StoredNames.Notices).GetBlobClient(path).DownloadContentAsync()
        ).Value.Content.ToArray();

    public async Task<IReadOnlyList<string>> NamesAsync(string quarter) =>
        [.. (await workshop.BlobsAsync(StoredNames.Notices, quarter)).Select(blob => blob.Split(' ')[0])];

    public async Task<string> RecordAsync(string quarter, Unit unit) =>
        (await workshop.BlobsAsync(StoredNames.Notices, quarter)).Single(blob =>
            blob.StartsWith(Paths.Issue(quarter, unit.Id), StringComparison.Ordinal)
        );

    public BlobClient Blob(string name) => workshop.Get<Store>().Container(StoredNames.Notices).GetBlobClient(name);

    public async Task<IReadOnlyList<string>> DamagesAsync() =>
        [.. (await workshop.Get<DamageMarks>().ListAsync(default)).Select(damage => damage.Place)];

    public Task DeleteAsync(string name) => workshop.DeleteAsync(StoredNames.Notices, name);

    /// <summary>What the night does, and whoever asks for health.</summary>
    public Task LookAsync() => workshop.Get<LookAtRows>().LookAsync(default);

    public Task<IReadOnlyList<string>> VerifyAsync() => workshop.VerifyAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();
}
