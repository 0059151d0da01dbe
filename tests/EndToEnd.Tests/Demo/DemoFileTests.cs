using CCHC.Demo;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CCHC.EndToEnd.Tests.Demo;

public sealed class DemoFileTests
{
    private static readonly byte[] Utf8Bom = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] Utf16Bom = [0xFF, 0xFE];

    [Fact]
    public void One_seed_gives_the_same_files_and_another_gives_others()
    {
        var (once, twice, other) = (
            Stamps(TheDemo.Quarter),
            Stamps(TheDemo.Made(DemoQuarter.DefaultSeed)),
            Stamps(TheDemo.Made(1))
        );

        once.ShouldBe(twice);
        once.ShouldNotBe(other);

        static List<string> Stamps(DemoQuarter demo) =>
            [
                .. demo.Files.Select(file =>
                    $"{file.UploadedAt} {file.Code}/{file.File} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Content))}"
                ),
            ];
    }

    [Fact]
    public void Files_come_in_upload_order_under_different_names_before_the_clock()
    {
        var files = TheDemo.Quarter.Files;

        files.Zip(files.Skip(1)).ShouldAllBe(pair => pair.First.UploadedAt < pair.Second.UploadedAt);
        files.Select(file => (file.Code, file.File)).ShouldBeUnique();
        files.ShouldAllBe(file => file.UploadedAt < DemoPeriod.First.Clock.UtcTicks);
        files.ShouldAllBe(file => file.AsOf <= VietnamTime.DayOf(file.UploadedAt));
    }

    [Fact]
    public void Nothing_is_sent_on_or_for_a_day_off()
    {
        foreach (var file in TheDemo.Quarter.Files)
        {
            TheDemo.Calendar.IsWorkingDay(file.AsOf).ShouldBeTrue(file.File);
            TheDemo.Calendar.IsWorkingDay(VietnamTime.DayOf(file.UploadedAt)).ShouldBeTrue(file.File);
        }
    }

    [Fact]
    public void Tet_is_quiet()
    {
        var perDay = TheDemo.Quarter.Dossiers.CountBy(dossier => dossier.Received).ToDictionary();

        perDay.Keys.ShouldNotContain(day => new DateOnly(2022, 1, 29) <= day && day <= new DateOnly(2022, 2, 6));
        (2 * perDay[new DateOnly(2022, 1, 28)]).ShouldBeLessThan(perDay[new DateOnly(2022, 1, 14)]);
    }

    [Fact]
    public void Every_format_occurs()
    {
        var files = TheDemo.Quarter.Files.Where(file => file.Intended is Outcome.Accepted).ToList();

        Some("xlsx", file => file.Content.AsSpan().StartsWith("PK"u8)).ShouldBeTrue();
        Some("csv", file => file.Content.AsSpan().StartsWith(Utf8Bom)).ShouldBeTrue();
        Some("csv", file => file.Content.AsSpan().StartsWith(Utf16Bom)).ShouldBeTrue();
        Some("txt", file => file.Content.AsSpan().StartsWith(Utf16Bom)).ShouldBeTrue();
        Some("csv", file => IsPlain(file) && TheDemo.TextOf(file).Contains("Mã hồ sơ;", StringComparison.Ordinal))
            .ShouldBeTrue();
        Some("csv", file => IsPlain(file) && TheDemo.TextOf(file).Contains("Mã hồ sơ,", StringComparison.Ordinal))
            .ShouldBeTrue();

        bool Some(string extension, Func<DemoFile, bool> isSo) =>
            files.Any(file => file.File.EndsWith($".{extension}", StringComparison.Ordinal) && isSo(file));

        static bool IsPlain(DemoFile file) => file.Content[0] is not (0xEF or 0xFF);
    }

    [Fact]
    public void Every_outcome_occurs_that_an_upload_can_have()
    {
        var outcomes = TheDemo.Quarter.Files.CountBy(file => file.Intended).ToDictionary();

        outcomes[Outcome.Partly].ShouldBeGreaterThanOrEqualTo(10);
        outcomes[Outcome.Duplicate].ShouldBe(10);
        outcomes[Outcome.Quarantined].ShouldBe(3);
        outcomes[Outcome.Refused].ShouldBe(4);
        TheDemo.Quarter.Files.Count(file => file.File.Contains("dinh chinh", StringComparison.Ordinal)).ShouldBe(10);
        TheDemo.Quarter.Files.Count(file => file.AsOf < VietnamTime.DayOf(file.UploadedAt)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_correction_differs_from_what_it_corrects_and_a_second_copy_does_not()
    {
        var takenIn = TheDemo.Quarter.Files.Where(file =>
            file.Intended is not (Outcome.Refused or Outcome.Quarantined)
        );
        foreach (var day in takenIn.GroupBy(file => (file.Code, file.AsOf)))
        {
            foreach (var (first, second) in day.Zip(day.Skip(1)))
                first.Content.AsSpan().SequenceEqual(second.Content).ShouldBe(second.Intended is Outcome.Duplicate);
        }
    }

    [Fact]
    public void Every_dossier_is_told_of_and_every_planted_token_stands_in_a_file()
    {
        var words = TheDemo.WordsOf(TheDemo.Quarter.Files);

        TheDemo.Quarter.Planted.Where(token => !words.Contains(token)).ShouldBeEmpty();
        TheDemo.Quarter.Dossiers.Where(dossier => !words.Contains(dossier.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void Workbooks_are_valid()
    {
        var file = TheDemo.Quarter.Files.First(file => file.File.EndsWith(".xlsx", StringComparison.Ordinal));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file.Content), isEditable: false);

        new OpenXmlValidator().Validate(workbook).Select(fault => fault.Description).ShouldBeEmpty();
    }
}
