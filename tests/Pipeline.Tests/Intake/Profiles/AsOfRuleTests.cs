using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

/// <summary>Name 15 March, title 12 March, rows 10 March, upload 16 March 2022.</summary>
public class AsOfRuleTests
{
    private const string Title = "Từ ngày 01/03/2022 đến ngày 12/03/2022;;\n";
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n";
    private const string Row = AnExport.Dossier + ";10/03/2022;\n";

    [Theory]
    [InlineData("", 15)]
    [InlineData("\"asOf\": [\"title\", \"name\"]", 12)]
    [InlineData("\"asOf\": [\"rows\", \"name\"]", 10)]
    [InlineData("\"asOf\": [\"uploadDay\"]", 16)]
    public void A_profile_says_what_is_asked_first(string own, int day) =>
        AProfile.Read(own, Title + Header + Row).AsOf.ShouldBe(new DateOnly(2022, 3, day));

    [Fact]
    public void Where_the_first_says_nothing_the_next_is_asked()
    {
        AProfile.Read("\"asOf\": [\"title\", \"rows\"]", Header + Row).AsOf.Day.ShouldBe(10);
        AProfile.Read("\"asOf\": [\"title\"]", Header + Row).AsOf.Day.ShouldBe(16);
        AProfile.Read("\"asOf\": [\"rows\", \"title\"]", Title + Header).AsOf.Day.ShouldBe(12);
        AProfile.Read("\"asOf\": [\"rows\"]", Title + Header).AsOf.Day.ShouldBe(16);
    }

    [Theory]
    [InlineData("", Outcome.Refused)]
    [InlineData("\"asOf\": [\"rows\", \"name\"]", Outcome.Accepted)]
    [InlineData("\"asOf\": [\"title\"]", Outcome.Accepted)]
    public void A_day_to_come_in_the_name_refuses_the_file_only_where_the_name_counts(string own, Outcome outcome) =>
        AProfile.Read(own, Header + Row, "ho-so-2022-03-17.csv").Outcome.ShouldBe(outcome);
}
