using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A frozen figure is explained by exactly what it was frozen from; all data invented.</summary>
public class ExplainTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly Kpi Online = KpiCatalogue.Find("online")!;

    [Fact]
    public async Task Later_uploads_and_withdrawals_change_the_ledger_but_not_the_explanation()
    {
        var unit = await SentAsync();
        await workshop.Get<ReviewQuarter>().ReviewAsync(Quarters.Quarter("2022-Q1"), default);
        var before = await ExplainAsync(unit, "2022-Q1");
        Listed(before).ShouldBe(["0001 Denominator", "0002 Numerator", "0003 Unknown"]);
        (before.Figure, before.AsOf).ShouldBe((new Fraction(1, 2, 1), Monday.AddDays(1)));

        var later = Monday.AddDays(3);
        string[] lines = [Desk.Line(Monday, 1, "Trực tuyến"), Desk.Line(later, 4, "Trực tuyến")];
        await workshop.PutAsync(unit, Desk.File(later), Desk.Csv(lines), Desk.Evening(later));
        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);

        var after = await ExplainAsync(unit, "2022-Q1");

        Listed(after).ShouldBe(Listed(before));
        (after.Figure, after.AsOf, after.ReviewedOn).ShouldBe((before.Figure, before.AsOf, before.ReviewedOn));
        after.Files.Values.ShouldBe([Desk.File(Monday), Desk.File(Monday.AddDays(1))], ignoreOrder: true);
        // The month was not reviewed: it is explained as it stands now, without the first file.
        var now = await ExplainAsync(unit, "2022-M03");
        Listed(now).ShouldBe(["0001 Numerator", "0003 Unknown", "0004 Numerator"]);
        now.ReviewedOn.ShouldBeNull();
    }

    [Fact]
    public async Task What_does_not_rest_on_the_reviewed_entries_is_not_shown()
    {
        var unit = await SentAsync();
        var quarter = Quarters.Quarter("2022-Q2");
        var reviewed = (await workshop.Get<ReviewQuarter>().ReviewAsync(quarter, default)).Units.Single(of =>
            of.Unit.Id == unit
        );
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);
        var path = Paths.ReviewedJournal(quarter.Name, unit, reviewed.JournalSha256[..16]);

        await workshop
            .Get<Store>()
            .Container(StoredNames.Reports)
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromString(""), overwrite: true);

        var refused = await Should.ThrowAsync<UnreadableException>(() => ExplainAsync(unit, quarter.Name));
        refused.Damage.Place.ShouldBe($"reports/{path}");
    }

    [Fact]
    public async Task Figures_by_field_are_frozen_and_a_review_of_old_has_none()
    {
        var unit = await SentAsync();
        var reviewed = (
            await workshop.Get<ReviewQuarter>().ReviewAsync(Quarters.Quarter("2022-Q3"), default)
        ).Units.Single(of => of.Unit.Id == unit);

        var fields = await workshop.Get<FrozenFields>().ReadAsync(reviewed, default);

        fields.Select(field => (field.Field, field.Name)).ShouldBe([("ho-tich", "Hộ tịch")]);
        fields.Single().Figures.ShouldBe(reviewed.Figures);
        (await workshop.Get<FrozenFields>().ReadAsync(reviewed with { FieldsSha256 = "" }, default)).ShouldBeEmpty();
    }

    /// <summary>One in person, one online, one whose way nobody understands.</summary>
    private async Task<string> SentAsync()
    {
        var unit = await workshop.NewUnitAsync();
        var tuesday = Monday.AddDays(1);
        string[] first = [Desk.Line(Monday, 1, "Trực tiếp"), Desk.Line(Monday, 2, "Trực tuyến")];
        string[] second = [Desk.Line(Monday, 1, "Trực tiếp"), Desk.Line(tuesday, 3, "bồ câu")];
        await workshop.PutAsync(unit, Desk.File(Monday), Desk.Csv(first), Desk.Evening(Monday));
        await workshop.PutAsync(unit, Desk.File(tuesday), Desk.Csv(second), Desk.Evening(tuesday));
        await workshop.TakeInAsync(unit, 2);
        return unit;
    }

    private Task<ExplainedFigure> ExplainAsync(string unit, string period)
    {
        UnitCode.TryParse(unit, out var code).ShouldBeTrue();
        var asked = new Unit(code, "Xã thử", "commune", "870", null, null, []);
        return workshop.Get<ExplainFigure>().ExplainAsync(asked, Quarters.Quarter(period), Online, default);
    }

    private static string[] Listed(ExplainedFigure figure) =>
        [.. figure.Dossiers.Select(dossier => $"{dossier.Code[^4..]} {dossier.CountedIn}")];
}
