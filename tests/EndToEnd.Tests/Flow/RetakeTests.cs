using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>
/// Uploads read again after staff mended what they are read by. Here that is the unit's validity: an upload of a day on
/// which its unit doesn't exist is refused (design.md §8).
/// </summary>
public class RetakeTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    [Fact]
    public async Task What_was_refused_is_taken_in_and_ends_like_what_was_never_refused()
    {
        var calm = await SentAsync();
        var unit = await RefusedOnTuesdayAsync();
        (await workshop.ReceiptAsync(unit, Desk.File(Tuesday))).ShouldContain("\"outcome\":\"refused\"");
        await workshop.ImportAsync(unit, goneFrom: null);

        var retaken = await RetakeAsync(unit);

        var change = retaken.Changed.ShouldHaveSingleItem();
        (change.Before.Outcome, change.After.Outcome).ShouldBe((Outcome.Refused, Outcome.Accepted));
        (await workshop.SnapshotAsync(unit)).ShouldBe(await workshop.SnapshotAsync(calm));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_accepted_and_is_refused_now_says_nothing_any_more()
    {
        var refused = await RefusedOnTuesdayAsync();
        var unit = await SentAsync();
        await workshop.ImportAsync(unit, goneFrom: Tuesday);

        (await RetakeAsync(unit)).Changed.ShouldHaveSingleItem().After.Outcome.ShouldBe(Outcome.Refused);

        (await workshop.SnapshotAsync(unit)).ShouldBe(await workshop.SnapshotAsync(refused));
        (await workshop.BlobsAsync(StoredNames.Journal, unit)).Count.ShouldBe(3, "the first reading stays");
        (await workshop.VerifyAsync()).ShouldBeEmpty();
        await workshop.ImportAsync(unit, goneFrom: null);
        (await RetakeAsync(unit)).Changed.ShouldHaveSingleItem().After.Outcome.ShouldBe(Outcome.Accepted);
        (await workshop.SnapshotAsync(unit)).ShouldBe(await workshop.SnapshotAsync(await SentAsync()));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_that_cant_be_read_is_named_and_keeps_no_other_upload_from_being_read()
    {
        var unit = await SentAsync();
        var places = await workshop.Get<JournalStore>().PlacesAsync(unit, default);
        var container = workshop.Get<Store>().Container(StoredNames.Journal);
        var sound = (await container.GetBlobClient(places[0].Path).DownloadContentAsync()).Value.Content;
        await container.GetBlobClient(places[0].Path).UploadAsync(BinaryData.FromString("hỏng"), overwrite: true);
        await workshop.ImportAsync(unit, goneFrom: Monday);

        var retaken = await RetakeAsync(unit);

        retaken.Troubles.ShouldHaveSingleItem().Words.ShouldStartWith($"journal/{places[0].Path}: mục nhật ký bị cụt");
        var read = await workshop.Get<JournalStore>().PlacesAsync(unit, default);
        read.Select(place => place.Reading).ShouldBe([1, 2], "the other says nothing any more");
        (retaken.Untold, retaken.Changed.Count).ShouldBe((1, 0), "what it came to nobody can tell yet");
        await container.GetBlobClient(places[0].Path).UploadAsync(sound, overwrite: true);
        (await RetakeAsync(unit)).Changed.Count.ShouldBe(2);
        (await workshop.FiguresAsync(unit)).ShouldBeEmpty();
        await workshop.ImportAsync(unit, goneFrom: null);
        await RetakeAsync(unit);
    }

    [Fact]
    public async Task An_upload_that_was_read_for_another_day_counts_for_its_own_day_only()
    {
        var unit = await SentAsync();
        var expected = await workshop.FiguresAsync(unit);
        var journal = workshop.Get<JournalStore>();
        var place = (await journal.PlacesAsync(unit, default))[^1];
        var read = await journal.ReadAsync(place.Path, default);
        var wrongDay = read with { Stamp = read.Stamp with { AsOf = Tuesday.AddDays(30) } };
        (await journal.TryAddAsync(wrongDay, default)).ShouldBeTrue();
        await workshop.Get<Rebuild>().RebuildAsync(default);
        (await workshop.FiguresAsync(unit)).ShouldNotBe(expected);

        (await RetakeAsync(unit)).Changed.ShouldHaveSingleItem();

        (await workshop.FiguresAsync(unit)).ShouldBe(expected);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mended_profile_gives_the_numbers_of_earlier_uploads_their_meaning()
    {
        var expected = await workshop.FiguresAsync(await SentAsync());
        var unit = await workshop.NewUnitAsync();
        await SendAsync(unit, inPerson: "1", online: "2");
        (await workshop.FiguresAsync(unit)).ShouldNotBe(expected, "numbers are never guessed");
        const string Channels = """[{ "value": "InPerson", "texts": ["1"] }, { "value": "Online", "texts": ["2"] }]""";
        var profile = $$"""{ "name": "Mã số {{unit}}", "units": ["{{unit}}"], "channels": {{Channels}} }""";
        await workshop.Get<ProfileStore>().WriteAsync(new StoredText($"ma-so-{unit}", profile), default);
        workshop.Get<Registers>().Forget();

        (await RetakeAsync(unit)).Changed.Count.ShouldBe(2);

        (await workshop.FiguresAsync(unit)).ShouldBe(expected);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Running_it_twice_changes_nothing()
    {
        var unit = await RefusedOnTuesdayAsync();
        await workshop.ImportAsync(unit, goneFrom: null);
        await RetakeAsync(unit);
        var once = await EverythingAsync(unit);

        var again = await RetakeAsync(unit);

        again.Changed.ShouldBeEmpty();
        again.Present.Count.ShouldBe(2);
        (await EverythingAsync(unit)).ShouldBe(once);
    }

    [Fact]
    public async Task An_upload_from_the_future_has_one_place_in_time_also_once_that_future_has_come()
    {
        var unit = await workshop.NewUnitAsync();
        var now = TimeProvider.System.GetUtcNow();
        var lines = (string[])[Desk.Line(Monday, 1, "Trực tuyến")];
        await workshop.PutAsync(unit, Desk.File(Monday), Desk.Csv(lines), now.AddDays(2).UtcTicks);
        await workshop.TakeInAsync(unit, 1);
        var once = await EverythingAsync(unit);
        await using var later = workshop.At(now.AddDays(3));

        var again = await later.GetRequiredService<RetakeUploads>().RetakeAsync(unit, default);

        again.Changed.ShouldBeEmpty();
        again.Present.Count.ShouldBe(1);
        (await EverythingAsync(unit)).ShouldBe(once);
    }

    [Fact]
    public async Task Withdrawn_uploads_stay_withdrawn_and_deleted_ones_are_counted()
    {
        var unit = await SentAsync();
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Tuesday), "nhầm", default);
        await workshop.DeleteAsync(StoredNames.Exports, Paths.Export(unit, Desk.File(Monday)));
        var before = await EverythingAsync(unit);

        var retaken = await RetakeAsync(unit);

        (retaken.Withdrawn, retaken.Gone, retaken.Present.Count).ShouldBe((1, 1, 0));
        (await EverythingAsync(unit)).ShouldBe(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_dies_before_any_of_its_requests_is_finished_by_hand_or_by_the_sweep(bool bySweep)
    {
        var before = await workshop.SnapshotAsync(await RefusedOnTuesdayAsync());
        var expected = await workshop.SnapshotAsync(await SentAsync());
        for (var survives = 0; ; survives++)
        {
            var unit = await RefusedOnTuesdayAsync();
            await workshop.ImportAsync(unit, goneFrom: null);
            var died = await workshop.DieAsync(
                survives,
                doomed => doomed.GetRequiredService<RetakeUploads>().RetakeAsync(unit, default)
            );
            if (bySweep)
                await workshop.FinishLaterAsync();
            else
                await RetakeAsync(unit);
            var now = await workshop.SnapshotAsync(unit);
            // Dead before it left a mark, it never began; the sweep has nothing to finish.
            var isBegun = !bySweep || survives > 3;
            (now.SequenceEqual(expected) || (!isBegun && now.SequenceEqual(before))).ShouldBeTrue(
                $"died after {survives} requests"
            );
            (await workshop.ReceiptAsync(unit, Desk.File(Tuesday)))
                .Contains("accepted\",", StringComparison.Ordinal)
                .ShouldBe(now.SequenceEqual(expected), $"died after {survives} requests");
            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private Task<Retaken> RetakeAsync(string unit) => workshop.Get<RetakeUploads>().RetakeAsync(unit, default);

    private async Task<string> SentAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await SendAsync(unit);
        return unit;
    }

    private async Task<string> RefusedOnTuesdayAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await workshop.ImportAsync(unit, goneFrom: Tuesday);
        await SendAsync(unit);
        return unit;
    }

    private async Task SendAsync(string unit, string inPerson = "Trực tiếp", string online = "Trực tuyến")
    {
        foreach (var day in (DateOnly[])[Monday, Tuesday])
        {
            var lines = (string[])[Desk.Line(day, 1, inPerson), Desk.Line(day, 2, online)];
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(lines), Desk.Evening(day));
        }
        await workshop.TakeInAsync(unit, 2);
    }

    private async Task<IReadOnlyList<string>> EverythingAsync(string unit) =>
        [
            .. await workshop.SnapshotAsync(unit),
            .. await workshop.BlobsAsync(StoredNames.Ledger, unit),
            .. await workshop.BlobsAsync(StoredNames.Journal, unit),
            .. await workshop.BlobsAsync(StoredNames.Receipts, unit),
        ];
}
