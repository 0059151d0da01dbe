using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using CCHC.EndToEnd.Tests.Corruption;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>One value changed in the record of an issued letter, or in the note of a number.</summary>
public sealed class ChangedLetterTests(Letters letters) : IClassFixture<Letters>
{
    private const string Quarter = "2022-Q1";
    private static readonly DateOnly Day = new(2022, 3, 25);

    [Fact]
    public async Task Each_value_of_a_record_that_is_changed_names_it_and_no_other()
    {
        var units = await letters.UnitsAsync(Quarter);
        await letters.IssueAsync(Quarter, units[0], "389", Day);
        await letters.IssueAsync(Quarter, units[0], "390", Day, replace: true);
        await letters.IssueAsync(Quarter, units[1], "391", Day);
        var path = Paths.Issue(Quarter, units[0].Id);
        var sound = await ContentAsync(path);
        foreach (var (member, value) in JsonNode.Parse(sound)!.AsObject().ToList())
        {
            var changed = JsonNode.Parse(sound)!.AsObject();
            changed[member] = (string)ChangedRow.Other(value!.GetValue<string>());
            await letters.Blob(path).UploadAsync(BinaryData.FromString(changed.ToJsonString()), overwrite: true);

            await letters.LookAsync();

            (await letters.DamagesAsync()).ShouldBe([$"notices/{path}"], member);
            (
                await Should.ThrowAsync<DamagedLetterException>(() => letters.FindAsync(Quarter, units[0]))
            ).Damage.Words.ShouldContain("bị sửa ngoài hệ thống");
            (await letters.FindAsync(Quarter, units[1])).ShouldNotBeNull().Number.ShouldBe("391");
            await letters.Blob(path).UploadAsync(BinaryData.FromString(sound), overwrite: true);
            await letters.LookAsync();
            (await letters.DamagesAsync()).ShouldBeEmpty(member);
        }
    }

    [Fact]
    public async Task A_record_that_is_deleted_then_is_recorded_again()
    {
        var unit = (await letters.UnitsAsync(Quarter))[2];
        var before = await letters.IssueAsync(Quarter, unit, "400", Day);
        await ChangeAsync(Paths.Issue(Quarter, unit.Id), "\"400\"", "\"401\"");
        await letters.LookAsync();
        await letters.DeleteAsync(Paths.Issue(Quarter, unit.Id));

        (await letters.IssueAsync(Quarter, unit, "400", Day)).ShouldBe(before);

        await letters.LookAsync();
        (await letters.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_an_earlier_version_bears_no_mark_and_is_read()
    {
        var unit = (await letters.UnitsAsync(Quarter))[3];
        var before = await letters.IssueAsync(Quarter, unit, "410", Day);
        var old = JsonNode.Parse(await ContentAsync(Paths.Issue(Quarter, unit.Id)))!.AsObject();
        old.Remove("mark").ShouldBeTrue();
        await letters.Blob(Paths.Issue(Quarter, unit.Id)).UploadAsync(BinaryData.FromString(old.ToJsonString()), true);

        await letters.LookAsync();

        (await letters.FindAsync(Quarter, unit)).ShouldBe(before);
        (await letters.DamagesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(6, 7, false)]
    public async Task A_number_that_names_another_letter_is_given_back_to_the_letter_that_is_recorded_with_it(
        int nth,
        int otherNth,
        bool isOtherIssued
    )
    {
        var (unit, other) = ((await letters.UnitsAsync(Quarter))[nth], (await letters.UnitsAsync(Quarter))[otherNth]);
        await letters.IssueAsync(Quarter, unit, $"{420 + nth}", Day);
        if (isOtherIssued)
            await letters.IssueAsync(Quarter, other, $"{420 + otherNth}", Day);
        var note = (await letters.NamesAsync("numbers/2022")).Single(name =>
            name.EndsWith($"/{420 + nth}.txt", StringComparison.Ordinal)
        );
        await ChangeAsync(note, unit.Id, other.Id);

        await letters.LookAsync();

        (await ContentAsync(note)).ShouldBe($"{Quarter}/{unit.Id}");
        (await letters.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_night_reads_no_record_that_its_listing_proves()
    {
        var unit = (await letters.UnitsAsync(Quarter))[8];
        await letters.IssueAsync(Quarter, unit, "440", Day);
        var options = new GetBlobsOptions { Prefix = Paths.Issue(Quarter, unit.Id), Traits = BlobTraits.Metadata };
        var container = letters.Blob(Paths.Issue(Quarter, unit.Id)).GetParentBlobContainerClient();

        await foreach (var record in container.GetBlobsAsync(options))
            ContentMark.Proves(record).ShouldBeTrue();

        await ChangeAsync(Paths.Issue(Quarter, unit.Id), "440", "441");
        await foreach (var record in container.GetBlobsAsync(options))
            ContentMark.Proves(record).ShouldBeFalse();
        await ChangeAsync(Paths.Issue(Quarter, unit.Id), "441", "440");
    }

    private async Task ChangeAsync(string path, string from, string to)
    {
        var content = await ContentAsync(path);
        content.ShouldContain(from);
        await letters
            .Blob(path)
            .UploadAsync(BinaryData.FromString(content.Replace(from, to, StringComparison.Ordinal)), overwrite: true);
    }

    private async Task<string> ContentAsync(string path) =>
        (await letters.Blob(path).DownloadContentAsync()).Value.Content.ToString();
}
