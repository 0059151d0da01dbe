using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Stored;

namespace CCHC.EndToEnd.Tests.Stored;

/// <summary>
/// A store written by the program of November 2026 says today what it said then: its figures, verdicts, follow-ups and
/// letters, to the byte.
/// </summary>
public sealed class StoreOfOldTests(GoldenCopy copy) : IClassFixture<GoldenCopy>
{
    /// <summary>Which command answers which file of Golden/Answers.</summary>
    public static TheoryData<string, string> Answers =>
        new()
        {
            { "kpi.csv", "kpi 2022-Q1 --format csv" },
            { "kpi-fields.csv", "kpi 2022-Q1 --by field --unit 29956 --format csv" },
            { "kpi-days.csv", "kpi 2022-Q1 --by day --unit 29956 --format csv" },
            { "kpi-month.csv", "kpi 2021-M08 --format csv" },
            { "review-1.csv", "review 2022-Q1 --format csv" },
            { "review-2.csv", "review 2022-Q2 --format csv" },
            { "explain.csv", "explain 2022-Q1 29956 online --format csv" },
            { "followups.csv", "followups --format csv" },
            { "checklist.txt", "checklist list 2022-Q1" },
            { "units.txt", "units list" },
            { "targets.txt", "targets list" },
            { "offices.txt", "offices list" },
            { "criteria.txt", "criteria list" },
            { "authority.txt", "authority list" },
        };

    [Fact]
    public void Nothing_in_it_differs_from_its_journal() =>
        copy.Restored.ShouldContain("Đã tính lại 2 đơn vị từ nhật ký; không có sai khác.");

    /// <summary>The ledger and its segments are those of old, beside rows derived today.</summary>
    [Fact]
    public async Task A_ledger_of_old_holds_what_its_journal_says()
    {
        (await copy.Blob(StoredNames.Ledger, Paths.HotLedger(GoldenStore.Unit)).DownloadContentAsync())
            .Value.Content.ToArray()
            .ShouldBe(GoldenStore.Ledger(Paths.HotLedger(GoldenStore.Unit)));

        (await copy.Get<VerifyRebuild>().VerifyAsync(default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task It_answers_as_it_did(string file, string command)
    {
        var answer = (await copy.RunAsync(command.Split(' '))).Output;

        answer.ShouldBe(await File.ReadAllTextAsync(Path.Combine(GoldenStore.Folder, "Answers", file)));
    }

    /// <summary>From the frozen review and the records of what was issued.</summary>
    [Fact]
    public async Task Its_letters_and_reports_are_drawn_again_to_the_byte()
    {
        string[] gone = [StoredNames.Notices, StoredNames.Reports];
        var drawn = gone.SelectMany(container => GoldenStore.Blobs(container).Select(blob => (container, blob)))
            .Where(each => IsDrawn(each.blob.Name))
            .ToList();
        foreach (var (container, blob) in drawn)
            await copy.Blob(container, blob.Name).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots);

        await copy.RunAsync("review", "2022-Q1");
        await copy.RunAsync("review", "2022-Q2");
        await copy.Get<LookAtRows>().LookAsync(default);

        drawn.Count.ShouldBeGreaterThan(40);
        foreach (var (container, blob) in drawn)
        {
            var again = (await copy.Blob(container, blob.Name).DownloadContentAsync()).Value.Content.ToArray();
            again.SequenceEqual(GoldenStore.Content(blob)).ShouldBeTrue($"{container}/{blob.Name}");
        }
    }

    /// <summary>A correction is drafted by command only; mails, records and numbers are no documents.</summary>
    private static bool IsDrawn(string name) =>
        Path.GetExtension(name) is ".docx" or ".html" or ".xlsx" or ".txt"
        && !name.Contains("/corrections/", StringComparison.Ordinal)
        && !name.Contains("/journal/", StringComparison.Ordinal)
        && !name.StartsWith("numbers/", StringComparison.Ordinal);
}
