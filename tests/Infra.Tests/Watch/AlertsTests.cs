using System.Xml;
using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Watch;

public class AlertsTests
{
    private const string Queries = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricAlerts = "Microsoft.Insights/metricAlerts";

    private static readonly Prediction Everything = Prediction.Everything;

    /// <summary>docs/operations.md has a place for each.</summary>
    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Every_environment_is_watched_by_the_same_alerts(string name)
    {
        var prediction = Prediction.Of(name);
        prediction
            .OfType(Queries)
            .Concat(prediction.OfType(MetricAlerts))
            .Select(alert => Pattern.Replace(alert.Name, "^cchc-(dev|prod|all)-", ""))
            .ShouldBe(
                [
                    "poison",
                    "uploads-waiting",
                    "review-overdue",
                    "units-late",
                    "mail-stuck",
                    "failed-executions",
                    "dead-letters",
                    "event-delivery",
                    "event-delivery-dropped",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Every_alert_is_on_tells_the_staff_and_why()
    {
        var staff = Everything.OfType("Microsoft.Insights/actionGroups").ShouldHaveSingleItem();
        staff
            .At("emailReceivers")
            .EnumerateArray()
            .Select(receiver => receiver.GetProperty("emailAddress").GetString())
            .ShouldBe(["staff@example.vn", "office@example.vn"]);
        foreach (var alert in Everything.OfType(Queries).Concat(Everything.OfType(MetricAlerts)))
        {
            alert.At("enabled").GetBoolean().ShouldBeTrue(alert.Name);
            alert.Text("description")!.Length.ShouldBeGreaterThan(10, alert.Name);
            alert.At("actions").GetRawText().ShouldContain(staff.Id, customMessage: alert.Name);
        }
    }

    /// <summary>A query that misspells a metric never finds anything, and nobody would notice.</summary>
    [Fact]
    public void A_query_names_metrics_and_tags_that_the_app_emits()
    {
        var queries = Everything.OfType(Queries).Select(Query).ToList();
        queries
            .SelectMany(Metrics.NamedIn)
            .ShouldBe(
                ["cchc.poison", "cchc.exports.oldest_age", "cchc.reviews.overdue", "cchc.units.late", "cchc.outbox"],
                ignoreOrder: true
            );
        foreach (var query in queries.Where(query => Metrics.NamedIn(query).Count > 0))
            Metrics
                .TagsIn(query)
                .Except(Metrics.NamedIn(query).Select(metric => Metrics.Tags[metric]))
                .ShouldBeEmpty(query);
    }

    /// <summary>An app that doesn't run emits nothing, and no metric rises: its silence is the sign.</summary>
    [Fact]
    public void An_app_that_says_nothing_for_an_hour_is_reported()
    {
        var alert = Everything.OfType(Queries).Single(alert => alert.OwnName == "cchc-all-uploads-waiting");
        Query(alert).ShouldContain("count()");
        Query(alert).ShouldNotContain(" by ");
        Query(alert).ShouldContain("Points == 0 or Oldest > 3600");
        alert.Text("windowSize").ShouldBe("PT1H");
    }

    /// <summary>A gauge is shown while the instance lives that has read it, which a timer may have woken for a minute.</summary>
    [Theory]
    [InlineData("poison", 1)] // SweepExports, every 15 minutes
    [InlineData("uploads-waiting", 1)]
    [InlineData("review-overdue", 2)] // ReviewClosedPeriod and SweepOutbox, hourly
    [InlineData("mail-stuck", 2)]
    [InlineData("units-late", 24)] // RemindLateUnits, daily
    public void An_alert_looks_further_back_than_the_timer_that_reads_its_gauge_ticks(string alert, int hours) =>
        Everything
            .OfType(Queries)
            .Single(query => query.Name == $"cchc-all-{alert}")
            .Text("windowSize")
            .ShouldBe(XmlConvert.ToString(TimeSpan.FromHours(hours)));

    [Fact]
    public void No_alert_looks_away_between_two_looks()
    {
        foreach (var alert in Everything.OfType(Queries).Concat(Everything.OfType(MetricAlerts)))
            XmlConvert
                .ToTimeSpan(alert.Text("windowSize")!)
                .ShouldBeGreaterThan(XmlConvert.ToTimeSpan(alert.Text("evaluationFrequency")!), alert.Name);
    }

    [Fact]
    public void Event_grid_is_watched_on_the_topic_that_is_deployed()
    {
        var topic = Everything.OfType("Microsoft.EventGrid/systemTopics").ShouldHaveSingleItem();
        var alerts = Everything.OfType(MetricAlerts);
        alerts.ShouldAllBe(alert => alert.At("scopes")[0].ValueEquals(topic.Id));
        alerts
            .Select(alert => alert.At("criteria.allOf")[0].GetProperty("metricName").GetString())
            .ShouldBe(["DeadLetteredCount", "DeliveryAttemptFailCount", "DroppedEventCount"], ignoreOrder: true);
    }

    [Fact]
    public void A_budget_tells_the_staff_before_the_money_is_gone()
    {
        var budget = Everything.OfType("Microsoft.Consumption/budgets").ShouldHaveSingleItem();
        budget.At("amount").GetInt32().ShouldBe(50);
        budget
            .At("notifications")
            .EnumerateObject()
            .Select(told =>
                (told.Value.GetProperty("thresholdType").GetString(), told.Value.GetProperty("threshold").GetInt32())
            )
            .ShouldBe([("Actual", 80), ("Forecasted", 100)]);
        Prediction.Dev.Resources.ShouldNotContain(resource => resource.Type == "Microsoft.Consumption/budgets");
    }

    private static string Query(Resource alert) =>
        alert.At("criteria.allOf").EnumerateArray().ShouldHaveSingleItem().GetProperty("query").GetString()!;
}
