using CCHC.Pipeline.Outbox.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Outbox;

/// <summary>What stage Outbox puts into the container of services.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<MailSettings>()
            .Bind(configuration.GetSection("Mail"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<ReminderSettings>()
            .Bind(configuration.GetSection("Reminders"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<OutboxTable>().AddSingleton<MailCopies>().AddSingleton<OutboxQueue>();
        services.AddSingleton<PostMail>().AddSingleton<SendMail>().AddSingleton<SweepOutbox>();
        services.AddSingleton<MarkPoisonedMail>().AddSingleton<RetryMail>().AddSingleton<IssueToUnit>();
        return services.AddSingleton<WriteDocuments>().AddSingleton<PlanReminders>().AddSingleton<RemindLateUnits>();
    }
}
