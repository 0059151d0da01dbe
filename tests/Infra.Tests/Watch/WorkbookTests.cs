using System.Text.Json;
using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Watch;

public class WorkbookTests
{
    private static readonly Resource Workbook = Prediction
        .Dev.OfType("Microsoft.Insights/workbooks")
        .ShouldHaveSingleItem();

    private static readonly IReadOnlyList<string> Queries =
    [
        .. JsonDocument
            .Parse(Workbook.Text("serializedData")!)
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Where(item => item.GetProperty("type").GetInt32() == 3)
            .Select(item => item.GetProperty("content").GetProperty("query").GetString()!),
    ];

    [Fact]
    public void It_shows_every_metric_once() =>
        Queries.SelectMany(Metrics.NamedIn).ShouldBe(Metrics.Tags.Keys, ignoreOrder: true);

    [Fact]
    public void It_tells_a_metrics_values_apart_by_its_tag()
    {
        foreach (var query in Queries)
        foreach (var metric in Metrics.NamedIn(query))
            Metrics.TagsIn(query).ShouldBe(Metrics.Tags[metric].Length > 0 ? [Metrics.Tags[metric]] : [], metric);
    }

    [Fact]
    public void It_shows_failures_of_functions_and_exceptions()
    {
        Queries.ShouldContain(query => query.Contains("AppRequests") && query.Contains("AppDependencies"));
        Queries.ShouldContain(query => query.StartsWith("AppExceptions"));
    }

    [Fact]
    public void It_looks_at_the_workspace_that_is_deployed() =>
        Workbook
            .Text("sourceId")
            .ShouldBe(Prediction.Dev.OfType("Microsoft.OperationalInsights/workspaces").ShouldHaveSingleItem().Id);
}
