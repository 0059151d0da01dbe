using Azure.Data.Tables;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A quarter that was reviewed is never judged anew, whichever of its rows are gone (design.md §4, laws 2b and 7).</summary>
public sealed class LostReviewTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string Unit = "29956";
    private const string Reviews = StoredNames.ReviewsTable;

    [Fact]
    public async Task Its_last_row_is_put_back_as_it_was()
    {
        const string quarter = "2010-Q1";
        await shop.ReviewAsync(quarter);
        var sound = await shop.RowAsync(Reviews, quarter, Keys.ReviewDone);
        await shop.Table(Reviews).DeleteEntityAsync(quarter, Keys.ReviewDone);

        (await shop.Get<ReviewTable>().IsDoneAsync(quarter, default)).ShouldBeTrue();
        (await shop.ReviewAsync(quarter)).Units.Count.ShouldBe(10);
        await shop.Get<LookAtRows>().LookAsync(default);

        var back = await shop.RowAsync(Reviews, quarter, Keys.ReviewDone);
        back[RowMark.Column].ShouldBe(sound[RowMark.Column]);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_its_rows_are_named_and_nothing_is_frozen_in_their_place()
    {
        const string quarter = "2011-Q1";
        await shop.ReviewAsync(quarter);
        var rows = await LoseAsync(quarter);

        var again = await shop.ReviewAsync(quarter);

        again.Units.ShouldBeEmpty();
        again.Waiting.Count.ShouldBe(10);
        (await RowsAsync(quarter)).ShouldBeEmpty();
        (await shop.PlacesAsync()).ShouldBe(
            rows.Where(row => row.RowKey != Keys.ReviewDone).Select(row => $"Reviews/{quarter}/{row.RowKey}"),
            ignoreOrder: true
        );
        await PutBackAsync(rows);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_letters_tell_of_rows_where_nothing_else_does()
    {
        const string quarter = "2012-Q1";
        await shop.ReviewAsync(quarter);
        await shop.Get<WriteDocuments>().WriteAsync(new NoticeMessage(quarter, Unit), default);
        var rows = await LoseAsync(quarter);
        await NoteOf(quarter).DeleteAsync();

        var refused = await Should.ThrowAsync<UnreadableException>(() => shop.ReviewAsync(quarter));

        refused.Message.ShouldStartWith($"Reviews/{quarter}/{Unit}: dòng này đã mất, văn bản của đơn vị");
        (await RowsAsync(quarter)).ShouldBeEmpty();
        (await shop.PlacesAsync()).ShouldBe([$"Reviews/{quarter}/{Unit}"]);
        await PutBackAsync(rows);
        (await shop.PlacesAsync()).ShouldBeEmpty();
        (await shop.ReviewAsync(quarter)).Units.Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_night_looks_for_them_also_where_no_row_of_the_quarter_is_left()
    {
        const string quarter = "2013-Q1";
        await shop.ReviewAsync(quarter);
        var rows = await LoseAsync(quarter);

        await shop.Get<LookAtRows>().LookAsync(default);

        (await shop.PlacesAsync())
            .Count(place => place.StartsWith($"Reviews/{quarter}/", StringComparison.Ordinal))
            .ShouldBe(10);
        await PutBackAsync(rows);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_row_is_not_taken_for_that_of_a_unit_that_was_listed_since()
    {
        const string quarter = "2014-Q1";
        await shop.ReviewAsync(quarter);
        var since = await shop.Workshop.NewUnitAsync();
        var row = await shop.RowAsync(Reviews, quarter, Unit);
        await shop.Table(Reviews).DeleteEntityAsync(quarter, Unit);

        (await shop.ReviewAsync(quarter)).Waiting.ShouldHaveSingleItem().Unit.ShouldBe(Unit);

        (await shop.PlacesAsync()).ShouldBe([$"Reviews/{quarter}/{Unit}"]);
        await shop.PutRightAsync(Reviews, row);
        (await shop.PlacesAsync()).ShouldBeEmpty();
        await shop.Workshop.ImportAsync(since, goneFrom: new DateOnly(2001, 1, 1));
    }

    [Theory]
    [InlineData("2015-Q1", null)]
    [InlineData("2016-Q1", "")]
    [InlineData("2017-Q1", "{\"period\":\"2017-Q1\"}")]
    public async Task What_is_noted_of_it_is_noted_anew_by_the_night(string quarter, string? content)
    {
        await shop.ReviewAsync(quarter);
        var sound = (await NoteOf(quarter).DownloadContentAsync()).Value.Content.ToString();
        await NoteOf(quarter).DeleteAsync();
        if (content is not null)
            await NoteOf(quarter).UploadAsync(BinaryData.FromString(content));

        await shop.Get<LookAtRows>().LookAsync(default);

        (await NoteOf(quarter).DownloadContentAsync()).Value.Content.ToString().ShouldBe(sound);
    }

    [Fact]
    public async Task Neither_its_last_row_nor_a_note_that_can_be_read_is_no_new_quarter()
    {
        const string quarter = "2018-Q1";
        await shop.ReviewAsync(quarter);
        var rows = await LoseAsync(quarter);
        var sound = (await NoteOf(quarter).DownloadContentAsync()).Value.Content;
        await NoteOf(quarter).UploadAsync(BinaryData.FromString("{"), overwrite: true);

        var refused = await Should.ThrowAsync<UnreadableException>(() => shop.ReviewAsync(quarter));

        refused.Message.ShouldContain($"notices/reviewed/{quarter}.json bị sửa ngoài hệ thống hoặc hỏng");
        (await shop.PlacesAsync()).ShouldBe([$"Reviews/{quarter}/all"]);
        await NoteOf(quarter).UploadAsync(sound, overwrite: true);
        await PutBackAsync(rows);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<TableEntity>> LoseAsync(string quarter)
    {
        var rows = await RowsAsync(quarter);
        rows.Count.ShouldBeGreaterThan(1);
        foreach (var row in rows)
            await shop.Table(Reviews).DeleteEntityAsync(quarter, row.RowKey);
        return rows;
    }

    private async Task PutBackAsync(IReadOnlyList<TableEntity> rows)
    {
        foreach (var row in rows)
            await shop.PutRightAsync(Reviews, row);
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string quarter) =>
        await shop.Table(Reviews).QueryAsync<TableEntity>(row => row.PartitionKey == quarter).ToListAsync();

    private Azure.Storage.Blobs.BlobClient NoteOf(string quarter) =>
        shop.Get<Store>().Container(StoredNames.Notices).GetBlobClient($"reviewed/{quarter}.json");
}
