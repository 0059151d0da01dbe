using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>What is put is not yet had: whoever asks is told the same.</summary>
public sealed class PullTruthTests(OutwardStore store) : IClassFixture<OutwardStore>
{
    private static readonly DateOnly Friday = new(2022, 3, 11);

    [Fact]
    public async Task A_day_is_owed_until_its_file_has_a_receipt_in_health_as_in_the_list()
    {
        await using var server = new RoughServer(request =>
            RoughReply.Of(200, Desk.Csv(Desk.Line(DayOf(request), 1, "Trực tuyến")), "Content-Type: text/csv")
        );
        store.SetDay(Friday);
        (
            await store.PullAsync(
                $$"""[{"id": "that", "units": ["29956", "29962"], "daysBack": 2, "address": "http://127.0.0.1:{{server.Port}}/{unit}/{date}"}]"""
            )
        ).Count.ShouldBe(6);

        (await HealthAsync())
            .ShouldHaveSingleItem()
            .ShouldBe(
                "Nguồn 'that' còn thiếu số liệu 3 ngày, 2 đơn vị, từ 09/03/2022 đến 11/03/2022. Xem: cchc sources list"
            );
        var listed = await ListAsync();
        listed.Output.ShouldContain("3: 09/03/2022, 10/03/2022, 11/03/2022");
        // Asked for last was the oldest.
        listed.Output.ShouldContain("số liệu ngày 11/03/2022: that_2022-03-11.csv");

        await store.Get<SweepExports>().SweepAsync(default);
        (await HealthAsync()).ShouldBeEmpty();
        (await ListAsync()).Output.ShouldNotContain("3: 09/03");
    }

    private Task<Cchc> ListAsync() =>
        Cchc.AtAsync(
            new FakeTimeProvider(VietnamTime.StartOf(Friday).AddHours(19)),
            "sources",
            "list",
            "--storage",
            store.Connection
        );

    /// <summary>As the health of a process that has not looked within the last minutes.</summary>
    private Task<IReadOnlyList<string>> HealthAsync() =>
        ActivatorUtilities.CreateInstance<PullGaps>(store.Get<IServiceProvider>()).ListAsync(default);

    private static DateOnly DayOf(RoughRequest request) =>
        DateOnly.Parse(request.Path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
}
