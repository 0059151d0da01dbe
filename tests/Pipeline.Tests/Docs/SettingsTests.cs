using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>Every setting that the documents name is one that the code reads.</summary>
public class SettingsTests
{
    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["Mail"] = "functions/Pipeline/Outbox/MailSettings.cs",
        ["Reminders"] = "functions/Pipeline/Outbox/Reminders/ReminderSettings.cs",
        ["Reports"] = "functions/Pipeline/Reports/ReportSettings.cs",
        ["Review"] = "functions/Pipeline/Review/ReviewSettings.cs",
        ["Web"] = "functions/Pipeline/Web/WebSettings.cs",
    };

    public static TheoryData<string> Sections => [.. Records.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_setting_in_the_documents_exists(string section)
    {
        var known = Pattern.Find(Repository.Read(Records[section]), @"public [\w?]+ (?<it>\w+) \{ get; init; \}");
        known.ShouldNotBeEmpty();
        var told = Markdown.All.SelectMany(page => Pattern.Find(page.Text, $@"\b{section}(__|:)(?<it>[A-Z]\w+)"));
        told.Distinct().Except(known).ShouldBeEmpty();
    }
}
