using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>Whoever is woken by an alert finds its name in the operations guide.</summary>
public class AlertsTests
{
    private static readonly string[] Told =
    [
        .. Markdown.Open("docs/operations.md").TableUnder("Alerts").SelectMany(row => Markdown.Code(row[0])),
    ];

    private static readonly string[] Templates =
    [
        .. Directory
            .EnumerateFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories)
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_alert_of_the_guide_is_deployed() =>
        Told.Where(alert =>
                !Templates.Any(bicep => Alerts(bicep).Contains(alert) || bicep.Contains($"name: '${{name}}-{alert}'"))
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_alert_that_is_deployed_has_its_place_in_the_guide()
    {
        var deployed = Templates.SelectMany(Alerts).ToList();
        deployed.ShouldNotBeEmpty();
        deployed.Except(Told).ShouldBeEmpty();
    }

    /// <summary>Names in lists of alerts: each is followed by what it says.</summary>
    private static IEnumerable<string> Alerts(string bicep) =>
        Pattern.Find(bicep, @"name: '(?<it>[a-z-]+)'\n\s+what: ");
}
