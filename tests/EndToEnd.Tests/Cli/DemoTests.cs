using System.Globalization;
using CCHC.Demo;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The demo ends as it was arranged: what the pipeline says is what its dossiers say.</summary>
[Collection(DemoStore.Name)]
public sealed class DemoTests(DemoStore demo)
{
    [Fact]
    public Task Every_units_figures_and_verdict_are_the_arranged_ones() => FiguresAreArrangedAsync(TheDemo.Quarter);

    [Fact]
    public Task And_those_of_the_second_quarter_too() => FiguresAreArrangedAsync(TheDemo.Second);

    private async Task FiguresAreArrangedAsync(DemoQuarter quarter)
    {
        var name = quarter.Period.Name;
        var review = await Cchc.DoneAsync("review", name, "--format", "csv", "--storage", demo.Connection);

        review.Lines[0].ShouldBe("period,unit,unit_name,kpi,num,den,unknown,target,verdict");
        var expected = quarter.Expected.OrderBy(unit => unit.Key, StringComparer.Ordinal);
        review
            .Lines.Skip(1)
            .ShouldBe(
                expected.Select(unit =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name},{unit.Key},{TheDemo.Units.Find(unit.Key)!.Name},online,{unit.Value.Online.Num},{unit.Value.Online.Den},{unit.Value.Online.Unknown},40%,{unit.Value.Verdict.Id()}"
                    )
                )
            );
    }

    [Fact]
    public async Task Every_file_got_the_receipt_it_was_meant_to_get()
    {
        var receipts = Store.Open(demo.Connection).Container(StoredNames.Receipts);
        var wrong = new List<string>();
        await Parallel.ForEachAsync(
            TheDemo.Quarter.Files.Concat(TheDemo.Second.Files),
            async (file, token) =>
            {
                var blob = receipts.GetBlobClient(Paths.Receipt(file.Code, file.File));
                var receipt = Receipt.TryFromJson((await blob.DownloadContentAsync(token)).Value.Content)!;
                if (receipt.Outcome == file.Intended && receipt.UploadedAt.UtcTicks == file.UploadedAt)
                    return;
                lock (wrong)
                    wrong.Add($"{file.Code}/{file.File}: {receipt.Outcome}, not {file.Intended}");
            }
        );
        wrong.ShouldBeEmpty();
        TheDemo.Quarter.Files.Select(file => file.Intended).ShouldContain(Outcome.Quarantined);
    }

    [Fact]
    public async Task Nothing_differs_from_the_journal()
    {
        var verified = await Cchc.DoneAsync("rebuild", "--verify", "--storage", demo.Connection);

        verified.Output.ShouldBe("Không có sai khác.\n");
    }

    [Fact]
    public void It_says_who_was_flagged_and_where_the_letters_lie()
    {
        demo.Run.ExitCode.ShouldBe(0, demo.Run.Error);
        demo.Run.Output.ShouldContain("126/315 │ 40,00 %");
        demo.Run.Output.ShouldContain(
            "Xã Long Khánh A: tỷ lệ hồ sơ nộp trực tuyến 149/375 = 39,73 %, dưới chỉ tiêu 40 %."
        );
        demo.Run.Output.ShouldContain("Xã Long Khánh B: không đủ dữ liệu");
        var below = DemoInspection.Of(DemoPeriod.First).Where(line => line.Expected is Verdict.Below);
        var needed = TheDemo
            .Quarter.Expected.Where(unit => unit.Value.Verdict is not Verdict.Met)
            .Select(unit => unit.Key);
        var files = demo
            .Run.Lines.Select(line => line.Trim())
            .Where(line => line.StartsWith(demo.Data, StringComparison.Ordinal))
            .ToList();
        files.ShouldAllBe(file => File.Exists(file));
        string[] reports = ["offices.docx", "summary.docx", "summary.html", "form06.xlsx", "news.html", "news.txt"];
        var letters = needed
            .Union(below.Select(line => line.Unit))
            .SelectMany(unit => new[] { $"{unit}.docx", $"{unit}.html" });
        files.Select(Path.GetFileName).ShouldBe(letters.Concat(reports), ignoreOrder: true);
    }

    [Fact]
    public async Task Running_it_twice_changes_nothing()
    {
        var before = await EverythingAsync();

        var again = await demo.AgainAsync();
        var further = await demo.AgainAsync("--until", "2022-Q2");
        var review = await Cchc.DoneAsync("review", "2022-Q1", "--storage", demo.Connection);

        again.ExitCode.ShouldBe(0, again.Error);
        further.ExitCode.ShouldBe(0, further.Error);
        further.Lines.Where(IsNotOfUploads).ShouldBe(demo.Continued.Lines.Where(IsNotOfUploads));
        review.Error.ShouldContain("đã được đánh giá trước đây");
        (await EverythingAsync()).ShouldBe(before);
        (await Contents.QueuedAsync(demo.Connection)).ShouldBe(0);
    }

    // The second time every upload is a copy of one that is there.
    private static bool IsNotOfUploads(string line) => !line.StartsWith("Đã nạp", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> EverythingAsync() =>
        [
            .. await Contents.RowsAsync(demo.Connection, [.. StoredNames.Tables]),
            .. await Contents.ETagsAsync(demo.Connection, [.. StoredNames.Containers]),
        ];
}
