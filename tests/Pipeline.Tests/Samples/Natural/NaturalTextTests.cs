using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Samples.Natural;

/// <summary>Nothing of them comes through the door (design.md §4, law 8); the store is searched in EndToEnd.</summary>
public sealed class NaturalTextTests
{
    [Fact]
    public void There_are_two_hundred() => NaturalTexts.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public void Nothing_that_is_kept_or_told_holds_one()
    {
        var leaking = new List<string>();
        foreach (var (name, content) in NaturalTexts.Uploads)
        {
            var reading = SampleDesk.Read(content, name);
            foreach (var text in Told(reading))
            {
                if (NaturalTexts.In(text) is { } found)
                    leaking.Add($"{name}: {found}");
            }
        }
        leaking.ShouldBeEmpty();
    }

    [Fact]
    public void None_is_a_field() =>
        NaturalTexts.All.Where(text => FieldList.Shipped.Find(text) is not null).ShouldBeEmpty();

    [Theory]
    [InlineData("linh-vuc", Outcome.Accepted)]
    [InlineData("trang", Outcome.Accepted)]
    [InlineData("ngay", Outcome.Quarantined)]
    [InlineData("thieu", Outcome.Quarantined)]
    public void They_are_where_they_should_be(string kind, Outcome outcome)
    {
        foreach (
            var (name, content) in NaturalTexts.Uploads.Where(upload =>
                upload.Name.StartsWith(kind + "-", StringComparison.Ordinal)
            )
        )
        {
            var reading = SampleDesk.Read(content, name);
            reading.Outcome.ShouldBe(outcome, $"{name}: {reading.Message}");
        }
    }

    private static IEnumerable<string> Told(ExportReading reading)
    {
        var receipt = Receipt.Of(reading, effect: null, isDuplicate: false, default);
        return
        [
            Encoding.UTF8.GetString(receipt.ToJson()),
            Encoding.UTF8.GetString(FaultsCsv.Of(receipt)),
            ReceiptPage.Write(receipt),
            .. reading.IsKept ? [JournalRows.Of(reading)] : Array.Empty<string>(),
        ];
    }
}
