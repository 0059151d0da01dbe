using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>Records of issued letters, and of their numbers, that can't be read, or that somebody holds.</summary>
public sealed class DamagedLetterTests(Letters letters) : IClassFixture<Letters>
{
    private const string Quarter = "2022-Q1";
    private static readonly DateOnly Day = new(2022, 3, 25);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "{")]
    [InlineData(2, "null")]
    [InlineData(3, """{"period":"2022-Q1","unit":"29956"}""")]
    public async Task A_record_that_cant_be_read_is_named_never_taken_for_a_draft(int nth, string content)
    {
        var unit = (await letters.UnitsAsync(Quarter))[nth];
        await letters.IssueAsync(Quarter, unit, $"{500 + nth}", Day);
        var record = letters.Blob(Paths.Issue(Quarter, unit.Id));
        var sound = (await record.DownloadContentAsync()).Value.Content;
        await record.UploadAsync(BinaryData.FromString(content), overwrite: true);

        var refused = await Should.ThrowAsync<DamagedLetterException>(() =>
            letters.IssueAsync(Quarter, unit, $"{600 + nth}", Day, replace: true)
        );

        refused.Damage.Place.ShouldBe($"notices/{Paths.Issue(Quarter, unit.Id)}");
        (await letters.DamagesAsync()).ShouldContain(refused.Damage.Place);
        await letters.IssueAsync(Quarter, (await letters.UnitsAsync(Quarter))[nth + 4], $"{700 + nth}", Day);

        await record.UploadAsync(sound, overwrite: true);
        (await letters.IssueAsync(Quarter, unit, $"{500 + nth}", Day)).Number.ShouldBe($"{500 + nth}");
        (await letters.DamagesAsync()).ShouldNotContain(refused.Damage.Place);
    }

    [Fact]
    public async Task A_record_that_somebody_holds_ends_in_an_error_and_can_be_issued_afterwards()
    {
        var unit = (await letters.UnitsAsync(Quarter))[8];
        await letters.IssueAsync(Quarter, unit, "800", Day);
        var lease = letters.Blob(Paths.Issue(Quarter, unit.Id)).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        await Should.ThrowAsync<Azure.RequestFailedException>(() =>
            letters.IssueAsync(Quarter, unit, "801", Day, replace: true)
        );

        await lease.ReleaseAsync();
        (await letters.IssueAsync(Quarter, unit, "801", Day, replace: true)).Number.ShouldBe("801");
    }

    [Fact]
    public async Task A_claim_of_a_number_that_cant_be_read_keeps_the_number_from_being_given_twice()
    {
        var units = await letters.UnitsAsync(Quarter);
        await letters.IssueAsync(Quarter, units[9], "900", Day);
        var claim = (await letters.NamesAsync("numbers/2022")).Single(name =>
            name.EndsWith("/900.txt", StringComparison.Ordinal)
        );
        await letters.Blob(claim).UploadAsync(BinaryData.FromString("?"), overwrite: true);

        var refused = await Should.ThrowAsync<DamagedLetterException>(() =>
            letters.IssueAsync(Quarter, units[8], "900", Day, replace: true)
        );

        refused.Damage.Place.ShouldBe($"notices/{claim}");
    }
}
