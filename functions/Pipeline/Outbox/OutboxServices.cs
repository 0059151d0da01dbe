using CCHC.Pipeline.Outbox.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox;

/// <summary>What stage Outbox puts into the container of services.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailSettings>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddOptions<ReminderSettings>().Bind(configuration.GetSection("Reminders")).ValidateOnStart();
        services
            .AddSingleton<IValidateOptions<MailSettings>, SettingsInWords<MailSettings>>()
            .AddSingleton<IValidateOptions<ReminderSettings>, SettingsInWords<ReminderSettings>>();
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
