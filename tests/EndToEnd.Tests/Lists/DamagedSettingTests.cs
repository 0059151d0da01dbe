using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>A setting that can't be read, or that staff wrote and is gone, is never replaced by the shipped one.</summary>
public sealed class DamagedSettingTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Theory]
    [InlineData("criteria.csv")]
    [InlineData("authority.json")]
    [InlineData("sources.json")]
    [InlineData("fields.csv")]
    public async Task One_that_cant_be_read_is_named_and_heals(string name)
    {
        await Blob(name).UploadAsync(BinaryData.FromString("[{"), overwrite: true);

        (await PlacesAsync()).ShouldBe([$"settings/{name}"]);
        await Should.ThrowAsync<UnreadableException>(() => UseAsync(name));

        await WriteAsync(name);
        (await PlacesAsync()).ShouldBeEmpty();
        await UseAsync(name);
        await ForgetAsync(name);
    }

    [Theory]
    [InlineData("criteria.csv")]
    [InlineData("authority.json")]
    [InlineData("sources.json")]
    [InlineData("fields.csv")]
    public async Task One_that_staff_wrote_and_is_gone_is_lost(string name)
    {
        await WriteAsync(name);
        await Blob(name).DeleteAsync();

        (await PlacesAsync()).ShouldBe([$"settings/{name}"]);
        (await Should.ThrowAsync<UnreadableException>(() => UseAsync(name))).Message.ShouldContain("đã mất");

        await WriteAsync(name);
        (await PlacesAsync()).ShouldBeEmpty();
        await ForgetAsync(name);
    }

    [Theory]
    [InlineData("criteria.csv", true)]
    [InlineData("criteria.csv", false)]
    [InlineData("authority.json", true)]
    [InlineData("authority.json", false)]
    [InlineData("fields.csv", false)]
    public async Task One_in_which_a_value_was_changed_is_named_and_not_used(string name, bool keepsMetadata)
    {
        await WriteAsync(name);
        var sound = (await Blob(name).DownloadContentAsync()).Value;
        var changed = BinaryData.FromString(sound.Content + "\n");
        var metadata = keepsMetadata ? sound.Details.Metadata : null;
        await Blob(name).UploadAsync(changed, new BlobUploadOptions { Metadata = metadata });

        (await PlacesAsync()).ShouldBe([$"settings/{name}"]);
        (await Should.ThrowAsync<UnreadableException>(() => UseAsync(name))).Message.ShouldContain(
            "bị sửa ngoài hệ thống"
        );

        // Put back with a tool that knows no metadata.
        await Blob(name).UploadAsync(sound.Content, overwrite: true);
        (await PlacesAsync()).ShouldBeEmpty();
        await UseAsync(name);
        await ForgetAsync(name);
    }

    [Fact]
    public async Task A_source_profile_in_which_a_value_was_changed_is_named()
    {
        const string Json = """{ "name": "Cổng xã", "units": ["29956"] }""";
        await workshop.Get<ProfileStore>().WriteAsync(new StoredText("cong-xa", Json), default);
        var changed = Json.Replace("29956", "29962", StringComparison.Ordinal);
        await Blob("profiles/cong-xa.json").UploadAsync(BinaryData.FromString(changed), overwrite: true);

        (await PlacesAsync()).ShouldBe(["settings/profiles/"]);

        await Blob("profiles/cong-xa.json").UploadAsync(BinaryData.FromString(Json), overwrite: true);
        (await PlacesAsync()).ShouldBeEmpty();
        await ForgetAsync("profiles/cong-xa.json");
    }

    [Fact]
    public async Task One_that_an_earlier_program_wrote_is_noted_at_the_next_start()
    {
        await WriteAsync("criteria.csv");
        await Blob("own/criteria.csv").DeleteAsync();
        await workshop.Get<Pipeline.TakeIn.PrepareStore>().PrepareAsync("work", default);
        await Blob("criteria.csv").DeleteAsync();

        (await PlacesAsync()).ShouldBe(["settings/criteria.csv"]);
        await ForgetAsync("criteria.csv");
    }

    [Fact]
    public async Task A_review_waits_for_criteria_that_are_lost()
    {
        await WriteAsync("criteria.csv");
        await Blob("criteria.csv").DeleteAsync();
        await using var pipeline = workshop.Calm();

        var review = pipeline.GetRequiredService<ReviewQuarter>();
        await Should.ThrowAsync<UnreadableException>(() => review.ReviewAsync(Quarters.Quarter("2022-Q1"), default));
        await ForgetAsync("criteria.csv");
    }

    [Fact]
    public async Task A_source_profile_that_is_gone_is_named()
    {
        const string Json = """{ "name": "Cổng xã", "units": ["29956"] }""";
        await workshop.Get<ProfileStore>().WriteAsync(new StoredText("cong-xa", Json), default);
        (await PlacesAsync()).ShouldBeEmpty();
        await Blob("profiles/cong-xa.json").DeleteAsync();

        (await PlacesAsync()).ShouldBe(["settings/profiles/"]);

        await workshop.Get<ProfileStore>().WriteAsync(new StoredText("cong-xa", Json), default);
        (await PlacesAsync()).ShouldBeEmpty();
        await ForgetAsync("profiles/cong-xa.json");
    }

    private Azure.Storage.Blobs.BlobClient Blob(string name) =>
        workshop.Get<Store>().Container(StoredNames.Settings).GetBlobClient(name);

    private async Task<IReadOnlyList<string>> PlacesAsync()
    {
        await using var pipeline = workshop.Calm();
        var health = pipeline.GetRequiredService<Pipeline.TakeIn.HealthCheck>();
        var damages = await health.DamagesAsync(default);
        (await health.ColourAsync(default) is HealthColour.Red).ShouldBe(damages.Count > 0);
        return [.. damages.Select(damage => damage.Place)];
    }

    /// <summary>As who depends on it does, in a process that has not read it yet.</summary>
    private async Task<object> UseAsync(string name)
    {
        await using var pipeline = workshop.Calm();
        return name switch
        {
            "criteria.csv" => await pipeline.GetRequiredService<StaffSetting<CriterionList>>().GetAsync(default),
            "authority.json" => await pipeline.GetRequiredService<StaffSetting<Authorities>>().GetAsync(default),
            "fields.csv" => await pipeline.GetRequiredService<StaffSetting<FieldList>>().GetAsync(default),
            _ => await pipeline.GetRequiredService<PullExports>().PullAsync(default),
        };
    }

    private Task WriteAsync(string name) =>
        name switch
        {
            "criteria.csv" => workshop.Get<StaffSetting<CriterionList>>().WriteAsync(Shipped.Read(name), default),
            "authority.json" => workshop.Get<StaffSetting<Authorities>>().WriteAsync(Shipped.Read(name), default),
            "fields.csv" => workshop.Get<StaffSetting<FieldList>>().WriteAsync(Shipped.Read(name), default),
            _ => workshop.Get<StaffSetting<PullSources>>().WriteAsync("[]", default),
        };

    /// <summary>As if staff had never written it.</summary>
    private async Task ForgetAsync(string name)
    {
        await Blob("own/" + name).DeleteIfExistsAsync();
        await Blob(name).DeleteIfExistsAsync();
    }
}
