using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A document that was copied over another with its metadata is sound, but not there (docs/adr/0018).</summary>
public sealed class CopiedDocumentTests(Papers papers) : IClassFixture<Papers>
{
    private const string Quarter = Papers.Quarter;
    private const string Other = "2021-Q2";
    private const string Letter = $"notices/{Quarter}/issued/{Papers.Issued}.docx";
    private const string Page = $"notices/{Quarter}/issued/{Papers.Issued}.html";
    private const string Draft = $"notices/{Quarter}/{Papers.Draft}.docx";

    public static TheoryData<string, string> Pairs =>
        new()
        {
            { $"notices/{Quarter}/{Papers.Issued}.docx", Letter },
            { $"notices/{Quarter}/{Papers.Issued}.html", Page },
            { Letter, Draft },
            { $"notices/{Quarter}/29971.docx", Draft },
            { $"reports/{Paths.Form06(Other)}", $"reports/{Paths.Form06(Quarter)}" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task It_is_not_handed_out(string from, string to)
    {
        await ReportOtherAsync();
        var sound = await papers.BytesAsync(to);
        await papers.Blob(from).CopyOverAsync(papers.Blob(to));
        (await papers.BytesAsync(to)).ShouldNotBe(sound);

        var (container, path) = (to.Split('/')[0], to[(to.IndexOf('/') + 1)..]);
        var read = await papers.Shop.Get<MendDocuments>().ReadAsync(container, path, default);

        read.ToArray().ShouldBe(sound);
        (await papers.BytesAsync(to)).ShouldBe(sound);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task The_night_draws_what_belongs_there_again(string from, string to)
    {
        await ReportOtherAsync();
        var sound = await papers.BytesAsync(to);
        await papers.Blob(from).CopyOverAsync(papers.Blob(to));

        await LookAsync();

        (await papers.BytesAsync(to)).ShouldBe(sound);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_and_its_page_that_were_both_copied_over_are_drawn_as_they_were_issued(bool isByNight)
    {
        var (letter, page) = (await papers.BytesAsync(Letter), await papers.BytesAsync(Page));
        await papers.Blob($"notices/{Quarter}/{Papers.Draft}.docx").CopyOverAsync(papers.Blob(Letter));
        await papers.Blob($"notices/{Quarter}/{Papers.Draft}.html").CopyOverAsync(papers.Blob(Page));

        if (isByNight)
            await LookAsync();
        else
            await papers
                .Shop.Get<MendDocuments>()
                .ReadAsync("notices", Paths.IssuedDocx(Quarter, Papers.Issued), default);

        (await papers.BytesAsync(Letter)).ShouldBe(letter);
        (await papers.BytesAsync(Page)).ShouldBe(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_own_earlier_content_contradicts_what_its_page_notes(bool isByNight)
    {
        var earlier = (await papers.Blob(Letter).DownloadContentAsync()).Value;
        await papers
            .Shop.Get<IssueNotice>()
            .IssueAsync(
                Quarters.Quarter(Quarter),
                Papers.Unit,
                isByNight ? "390" : "391",
                new(2022, 3, 25),
                true,
                default
            );
        var now = await papers.BytesAsync(Letter);
        await papers.Blob(Letter).PutBackAsync(earlier);

        if (isByNight)
            await LookAsync();
        else
            await papers
                .Shop.Get<MendDocuments>()
                .ReadAsync("notices", Paths.IssuedDocx(Quarter, Papers.Issued), default);

        (await papers.BytesAsync(Letter)).ShouldBe(now);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_an_earlier_version_that_notes_no_place_is_what_it_says()
    {
        string[] both = [Draft, Path.ChangeExtension(Draft, ".html")];
        var marked = new List<Azure.Storage.Blobs.Models.BlobDownloadResult>();
        foreach (var paper in both)
        {
            marked.Add((await papers.Blob(paper).DownloadContentAsync()).Value);
            await papers.Blob(paper).CopyOverAsync(papers.Blob(paper), without: "place");
        }
        var before = (await papers.Blob(Draft).GetPropertiesAsync()).Value.ETag;

        await LookAsync();

        (await papers.Blob(Draft).GetPropertiesAsync()).Value.ETag.ShouldBe(before);
        (
            await papers.Shop.Get<Documents>().ReadAsync("notices", Paths.NoticeDocx(Quarter, Papers.Draft), default)
        ).Content.ShouldNotBeNull();
        // The other tests of the class copy it as it was.
        foreach (var (paper, content) in both.Zip(marked))
            await papers.Blob(paper).PutBackAsync(content);
    }

    /// <summary>Of a quarter that the other is not compared with.</summary>
    private async Task ReportOtherAsync()
    {
        await papers.Shop.ReviewAsync(Other);
        await papers.Shop.Get<WriteReports>().WriteAsync(Other, default);
    }

    private Task LookAsync() => papers.Shop.Get<LookAtRows>().LookAsync(default);
}
