namespace CCHC.Pipeline.Tests.Architecture;

public class StageOrderTests
{
    private const string Pipeline = "functions/Pipeline";

    public static TheoryData<string> Built => [.. StageOrder.Folders];

    [Theory]
    [MemberData(nameof(Built))]
    public void A_stage_uses_nothing_that_comes_after_it(string folder) => Trespassers(folder).ShouldBeEmpty();

    [Fact]
    public void Every_folder_with_code_has_its_place_in_the_order() =>
        Repository
            .SourcesUnder(Pipeline)
            .Where(file => file.Folder != Pipeline)
            .Select(file => file.Path.Split('/')[2])
            .Distinct()
            .Except(StageOrder.Folders)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Intake", "using CCHC.Pipeline.Ledger;", "Ledger")]
    [InlineData("Intake", "var dossier = new Ledger.Dossier();", "Ledger")]
    [InlineData("Ledger", "using static CCHC.Pipeline.Outbox.Mail;", "Outbox")]
    [InlineData("Kpis", "CCHC.Pipeline.Intake.Upload upload;", "Intake")]
    [InlineData("Review", "using CCHC.Pipeline.TakeIn;", "TakeIn")]
    [InlineData("TakeIn", "using CCHC.Pipeline.Recovery;", "Recovery")]
    public void Reaching_ahead_is_found(string folder, string code, string reached) =>
        StageOrder.Trespasses(folder, code).ShouldBe([reached]);

    [Theory]
    [InlineData("Review", "using CCHC.Pipeline.Scoring;")]
    [InlineData("Scoring", "using CCHC.Pipeline.Kpis;")]
    [InlineData("Intake", "var journal = StoredNames.Ledger.Length + ledger.Count;")]
    [InlineData("TakeIn", "using CCHC.Pipeline.Notices;")]
    [InlineData("Recovery", "using CCHC.Pipeline.TakeIn;")]
    public void Looking_back_is_allowed(string folder, string code) =>
        StageOrder.Trespasses(folder, code).ShouldBeEmpty();

    private static IEnumerable<string> Trespassers(string folder) =>
        from file in Repository.SourcesUnder($"{Pipeline}/{folder}")
        from other in StageOrder.Trespasses(folder, file.Code)
        select $"{file.Path} uses {other}";
}
