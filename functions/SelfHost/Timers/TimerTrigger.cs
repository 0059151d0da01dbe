using System.Reflection;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace CCHC.SelfHost.Timers;

internal sealed record TimerTrigger(CrontabSchedule Schedule, bool UseMonitor, bool RunOnStartup) : Trigger
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    public static TimerTrigger Read(TimerTriggerAttribute attribute, Settings settings)
    {
        var text = settings.Resolve(attribute.Schedule);
        var schedule =
            CrontabSchedule.TryParse(text, WithSeconds)
            ?? throw new SetupException(
                $"\"{text}\" is no NCRONTAB expression: write second minute hour day month weekday, in UTC."
            );
        return new(schedule, attribute.UseMonitor, attribute.RunOnStartup);
    }

    public override Bind? BinderFor(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TimerInfo) ? (cause, _) => new(cause) : null;
}
