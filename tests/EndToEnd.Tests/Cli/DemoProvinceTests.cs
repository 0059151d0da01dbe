using System.Globalization;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Some of the province's units, taken in as staff would: what the pipeline says is what was arranged.</summary>
public sealed class DemoProvinceTests(Stores stores)
{
    private static readonly string[] Some = ["29938", "29971", "29983", "30112", "30130", "30154", "28627", "29869"];
    private readonly string store = stores.New();

    [Fact]
    public async Task The_units_of_2025_get_the_verdicts_that_were_arranged()
    {
        var province = TheDemo.MadeProvince(Some);
        using var folder = Folder.Of(province.Files);
        var lists = typeof(CCHC.Demo.DemoQuarter).Assembly;
        foreach (var list in (string[])["units", "targets"])
        {
            using var text = new StreamReader(
                lists.GetManifestResourceStream($"CCHC.Demo.Data.{list}_dong_thap_2025.csv")!
            );
            var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            await File.WriteAllTextAsync(file, await text.ReadToEndAsync());
            await Cchc.DoneAsync(list, "import", file, "--storage", store);
            File.Delete(file);
        }

        await Cchc.DoneAsync("ingest", folder.Path, "--storage", store);
        var review = await Cchc.DoneAsync("review", "2025-Q4", "--dry-run", "--format", "csv", "--storage", store);

        review.Lines.Length.ShouldBe(1 + 102);
        foreach (var (code, truth) in province.Expected)
        {
            var figures = string.Create(
                CultureInfo.InvariantCulture,
                $",online,{truth.Online.Num},{truth.Online.Den},{truth.Online.Unknown},50%,{truth.Verdict.Id()}"
            );
            var line = review.Lines.Single(line => line.StartsWith($"2025-Q4,{code}-2025", StringComparison.Ordinal));
            line.ShouldEndWith(figures);
        }
        province.Expected.Values.Select(truth => truth.Verdict).Distinct().Count().ShouldBe(3);
    }
}
