using System.Net;
using CCHC.Demo;

namespace CCHC.EndToEnd.Tests.Demo;

public sealed class DemoWebsitesTests
{
    [Fact]
    public async Task Each_page_answers_as_it_is_meant_to_and_a_second_run_finds_another_port()
    {
        await using var sites = await DemoWebsites.StartAsync(default);
        await using var others = await DemoWebsites.StartAsync(default);
        using var client = new HttpClient();

        others.Port.ShouldNotBe(sites.Port);
        (await client.GetStringAsync(new Uri(sites.AddressOf("29956", DemoPage.Published)))).ShouldContain(
            "Công khai dự toán ngân sách năm 2022"
        );
        (await client.GetStringAsync(new Uri(sites.AddressOf("29956", DemoPage.Wordless)))).ShouldNotContain(
            "ngân sách"
        );
        (await client.GetAsync(new Uri(sites.AddressOf("29956", DemoPage.Gone)))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await client.GetAsync(new Uri(sites.AddressOf("29956", DemoPage.Scan)))
        ).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task One_never_answers()
    {
        await using var sites = await DemoWebsites.StartAsync(default);
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };

        await Should.ThrowAsync<TaskCanceledException>(() =>
            client.GetAsync(new Uri(sites.AddressOf("29983", DemoPage.Silent)))
        );
    }
}
