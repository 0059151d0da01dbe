using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Tests.Architecture;
using CCHC.Pipeline.Tests.Intake;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>The example that staff copy works as the page says.</summary>
public class ProfilesPageTests
{
    private static readonly Markdown Page = Markdown.Open("docs/profiles.md");

    [Fact]
    public void The_example_reads_the_sample_without_a_fault()
    {
        var profile = SourceProfile.Parse(Block("json"));
        var sample = AnExport.Upload(Encoding.UTF8.GetBytes(Block("csv")));
        var reading = new ExportReader(AnExport.Register, profile).Read(sample);

        reading.Faults.ShouldBeEmpty();
        reading.Format.ShouldEndWith(", mẫu 'Một cửa Ví Dụ'");
        reading.AsOf.ShouldBe(new DateOnly(2022, 3, 15));
        reading
            .Kept.Select(row => (row.Code, row.Received.Day, row.Due?.Day, row.Returned?.Day, row.Status, row.Channel))
            .ShouldBe([
                ("22030100017", 1, 8, 4, Status.Done, Channel.Online),
                ("22031000004", 10, 31, null, Status.Processing, Channel.InPerson),
                ("22031100009", 11, null, null, Status.New, Channel.Online),
            ]);
        SampleCheck.Of(profile, SourceProfiles.BuiltIn, AnExport.Register, sample).IsClean.ShouldBeTrue();
    }

    [Fact]
    public void The_page_lists_the_built_in_profiles() =>
        Page.TableUnder("Built-in profiles")
            .SelectMany(row => Markdown.Code(row[0]))
            .ShouldBe(SourceProfiles.BuiltIn.All.Select(profile => profile.Name));

    [Fact]
    public void The_page_names_every_member()
    {
        var told = Page.TableUnder("What a profile may say").SelectMany(row => Markdown.Code(row[0])).ToList();
        var schema = System.Text.Json.JsonDocument.Parse(SourceProfiles.Schema).RootElement;
        var members = schema.GetProperty("properties").EnumerateObject().Select(member => member.Name);
        members.Except(["$schema"]).Except(told).ShouldBeEmpty();
    }

    private static string Block(string language) =>
        Pattern.Find(Page.Text, $@"^```{language}\n(?<it>[\s\S]*?)^```$").ShouldHaveSingleItem();
}
