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
            .AddSettings<MailSettings>(configuration, "Mail")
            .AddSettings<ReminderSettings>(configuration, "Reminders");
        services.AddSingleton<OutboxTable>().AddSingleton<MailCopies>().AddSingleton<OutboxQueue>();
        services.AddSingleton<OutboxTroubles>().AddSingleton<UrgeRounds>();
        services.AddSingleton<PostMail>().AddSingleton<SendMail>().AddSingleton<SweepOutbox>();
        services.AddSingleton<MarkPoisonedMail>().AddSingleton<RetryMail>().AddSingleton<IssueToUnit>();
        return services
            .AddSingleton<WriteDocuments>()
            .AddSingleton<MendDocuments>()
            .AddSingleton<LackingDocuments>()
            .AddSingleton<PlanReminders>()
            .AddSingleton<RemindLateUnits>();
    }
}
