using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

public class StoredProfileTests
{
    private static readonly DateOnly Day = new(2022, 3, 14);

    [Fact]
    public async Task A_profile_stored_meanwhile_is_used_within_five_minutes()
    {
        await using var app = await RunningApp.StartAsync(DateTimeOffset.UnixEpoch.AddYears(60));
        var lines = Desk.Csv(Desk.Line(Day, 1, "1"));
        await app.PutAsync($"{Desk.Unit}/2022-03-14-a.csv", lines, Desk.Evening(Day));
        await app.QuietAsync();
        const string Json = """
            { "name": "Cổng xã", "units": ["29956"], "channels": [{ "value": "Online", "texts": ["1"] }] }
            """;
        await app.Services.GetRequiredService<ProfileStore>().WriteAsync(new StoredText("cong-xa", Json), default);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.PutAsync($"{Desk.Unit}/2022-03-14-b.csv", lines, Desk.Evening(Day) + 1);
        await app.QuietAsync();

        (await app.TextAsync(StoredNames.Receipts, $"{Desk.Unit}/2022-03-14-a.csv.json")).ShouldContain("numeric-code");
        var receipt = await app.TextAsync(StoredNames.Receipts, $"{Desk.Unit}/2022-03-14-b.csv.json");
        receipt.ShouldContain(", mẫu 'Cổng xã'");
        receipt.ShouldNotContain("numeric-code");
    }
}
