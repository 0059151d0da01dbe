using System.Diagnostics.Metrics;
using System.Reflection;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Tests.Architecture;

namespace CCHC.Pipeline.Tests.Docs;

/// <summary>docs/observability.md is the approved list: what stands there is what is measured, traced and logged.</summary>
public class ObservabilityPageTests
{
    private static readonly Markdown Page = Markdown.Open("docs/observability.md");

    [Fact]
    public void The_page_lists_every_metric_with_its_unit_and_description()
    {
        using var instruments = new Instruments(TimeProvider.System);
        using var listener = new MeterListener();
        var published = new List<string>();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Exports.Meter))
                published.Add($"{instrument.Name} {instrument.Unit} {instrument.Description}");
        };
        listener.Start();

        Page.TableUnder("Metrics")
            .Select(row => $"{Markdown.Code(row[0]).First()} {Markdown.Code(row[2]).First()} {row[4]}")
            .ShouldBe(published);
    }

    [Fact]
    public void The_page_lists_every_span_in_the_order_of_the_flow() =>
        Page.TableUnder("Spans")
            .Select(row => Markdown.Code(row[0]).First())
            .ShouldBe(
                typeof(Spans)
                    .GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Select(span => (string)span.GetRawConstantValue()!)
            );

    [Fact]
    public void The_page_lists_every_attribute_of_spans()
    {
        var code = Pattern.Find(
            Repository.Read("functions/Pipeline/Telemetry/SpanTags.cs"),
            @"const string \w+ = ""(?<it>[^""]+)"""
        );
        code.ShouldNotBeEmpty();
        Page.TableUnder("Attributes").SelectMany(row => Markdown.Code(row[0])).ShouldBe(code);
    }

    [Fact]
    public void The_page_lists_every_sentence_of_the_log_with_its_level_and_event() =>
        Page.TableUnder("Log sentences")
            .Select(row => $"{Markdown.Code(row[0]).First()} {row[1]} {Sentence(row[2])}")
            .ShouldBe(Logged());

    /// <summary>Every template of the code, by the class and method that say it.</summary>
    private static List<string> Logged()
    {
        var said = new List<string>();
        var attributes = 0;
        foreach (var file in Repository.SourcesUnder("functions"))
        {
            attributes += Pattern.Find(file.Text, @"(?<it>\[LoggerMessage\()").Count;
            var type = Pattern.Find(file.Text, @"partial class (?<it>\w+)") is [var first, ..] ? first : "";
            var levels = Find(file.Text, "level");
            var texts = Find(file.Text, "text");
            var names = Find(file.Text, "name");
            said.AddRange(names.Select((name, at) => $"{type}.{name} {levels[at]} {texts[at]}"));
        }
        said.Count.ShouldBe(attributes, "a template is written in a way that this test doesn't read");
        said.ShouldBeUnique();
        return [.. said.Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Find(string text, string part) =>
        Pattern.Find(
            text,
            """\[LoggerMessage\(\s*(Level = )?LogLevel\.(?<level>\w+),\s*(Message = )?"(?<text>[^"]+)"\s*\)\]\s*private (static )?partial void (?<name>\w+)\(""".Replace(
                $"<{part}>",
                "<it>",
                StringComparison.Ordinal
            )
        );

    /// <summary>A sentence may hold a backtick itself, and is then quoted by two.</summary>
    private static string Sentence(string cell) =>
        cell.StartsWith("`` ", StringComparison.Ordinal) ? cell[3..^3] : cell.Trim('`');
}
