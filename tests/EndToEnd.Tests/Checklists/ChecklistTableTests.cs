using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Checklists;

/// <summary>Which line stands of several about one unit and criterion, on a real store.</summary>
public sealed class ChecklistTableTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly ChecklistLine Early = Line("a.xlsx", 5, 100, new Answer(Number: 1));
    private static readonly ChecklistLine Late = Line("b.xlsx", 9, 200, new Answer(Number: 3)) with
    {
        Evidence = "Biên bản 02/BB-KT",
    };

    private static int periods;
    private readonly string period = $"3000-Q{++periods}";

    private ChecklistTable Table => workshop.Get<ChecklistTable>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_line_uploaded_last_stands_whatever_came_first(bool inOrder)
    {
        await SaveAsync(inOrder ? Early : Late);
        await SaveAsync(inOrder ? Late : Early);

        (await StandingAsync()).ShouldBe(Late with { Period = period });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_uploaded_at_once_the_later_name_stands_then_the_lower_line(bool inOrder)
    {
        var rivals = new[] { Early, Early with { Line = 6, Answer = new(Number: 7) } };
        var named = Early with { File = "b.xlsx", Line = 2, Answer = new(Number: 8) };

        await SaveAsync(inOrder ? rivals : [.. rivals.Reverse()]);
        (await StandingAsync()).Answer.Number.ShouldBe(7);
        await SaveAsync(named);
        await SaveAsync(rivals);
        (await StandingAsync()).Answer.Number.ShouldBe(8);
    }

    [Fact]
    public async Task A_blank_answer_erases_nothing_and_is_no_line()
    {
        await SaveAsync(Line("b.xlsx", 1, 200, new Answer()));
        (await Table.ListAsync(period, default)).ShouldBeEmpty();

        await SaveAsync(Early);
        await SaveAsync(Line("b.xlsx", 1, 200, new Answer()));

        (await StandingAsync()).ShouldBe(Early with { Period = period });
    }

    [Fact]
    public async Task A_new_answer_leaves_nothing_of_the_old_one()
    {
        await SaveAsync(Line("a.xlsx", 1, 100, new Answer(Day: new DateOnly(2022, 1, 20))));
        await SaveAsync(Line("b.xlsx", 1, 200, new Answer(Done: false)));

        (await StandingAsync()).Answer.ShouldBe(new Answer(Done: false));
    }

    [Fact]
    public async Task A_later_line_keeps_what_is_known_of_its_page()
    {
        var page = new Uri("https://xa.example.vn/ngan-sach").AbsoluteUri;
        await SaveAsync(Line("a.xlsx", 1, 100, new Answer(Address: page)));
        await CheckPageAsync(page);

        await SaveAsync(Line("b.xlsx", 1, 200, new Answer(Address: page)));
        (await StandingAsync()).Page.ShouldBe(
            new PageCheck(page, new DateOnly(2022, 3, 12), PageStatus.Published, 200, "công khai ngân sách 2022")
        );

        await SaveAsync(Line("c.xlsx", 1, 300, new Answer(Address: page + "/khac")));
        (await StandingAsync()).Page.ShouldBeNull("the check asked another address");
    }

    [Fact]
    public async Task The_same_lines_again_change_nothing()
    {
        await SaveAsync(Early, Late);
        var before = await RowAsync();

        await SaveAsync(Early, Late);

        (await RowAsync()).ETag.ShouldBe(before.ETag);
    }

    [Fact]
    public async Task Checklists_saved_at_once_lose_no_line()
    {
        var checklists = Enumerable
            .Range(0, 4)
            .Select(file =>
                Enumerable
                    .Range(0, 130)
                    .Select(unit =>
                        Line($"{file}.xlsx", unit, 100 + file, new Answer(Number: file)) with
                        {
                            Unit = $"u{unit}",
                        }
                    )
                    .Where((_, unit) => unit % 4 >= file)
                    .ToArray()
            );

        await Task.WhenAll(checklists.Select(SaveAsync));

        var lines = await Table.ListAsync(period, default);
        lines.Count.ShouldBe(130);
        // Unit n stands in the files 0 to n mod 4, the last of which is the latest.
        lines.ShouldAllBe(line => line.Answer.Number == line.Line % 4);
    }

    private static ChecklistLine Line(string file, int line, long uploadedAt, Answer answer) =>
        new("", "29956", "printers", answer, "", file, line, uploadedAt);

    private Task SaveAsync(params ChecklistLine[] lines) =>
        Table.SaveAsync([.. lines.Select(line => line with { Period = period })], default);

    private async Task<ChecklistLine> StandingAsync() =>
        (await Table.ListAsync(period, default)).ShouldHaveSingleItem();

    private TableClient Rows => workshop.Get<Store>().Table(StoredNames.ChecklistsTable);

    private async Task<TableEntity> RowAsync() =>
        (await Rows.GetEntityAsync<TableEntity>(period, Keys.ChecklistRow("29956", "printers"))).Value;

    private async Task CheckPageAsync(string page)
    {
        var check = new PageCheck(
            page,
            new DateOnly(2022, 3, 12),
            PageStatus.Published,
            200,
            "công khai ngân sách 2022"
        );
        (await Table.SavePageCheckAsync(await StandingAsync(), check, default)).ShouldBeTrue();
    }
}
