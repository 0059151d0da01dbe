using System.Diagnostics;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.Tests.Telemetry;

public class SilentTests
{
    [Fact]
    public async Task Where_nobody_listens_there_are_no_spans_and_nothing_is_worked_out()
    {
        Signals.AreWanted.ShouldBeFalse("nobody in these tests listens");
        var span = Tracing.Begin(Spans.TakeInExport, () => throw new InvalidOperationException("worked out"));
        span.ShouldBeNull();

        (await Tracing.InAsync(span, () => Task.FromResult(Activity.Current))).ShouldBeNull();
        (await Tracing.StepAsync(Spans.ReadExport, () => Task.FromResult(Activity.Current))).ShouldBeNull();
        Tracing.Step(Spans.ReadExport, null, () => Activity.Current).ShouldBeNull();
    }
}
