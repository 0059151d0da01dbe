using Azure.Identity;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Recovery.Poison;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Lost;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.TakeIn.Telling;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;
using CCHC.Pipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline;

/// <summary>Puts the whole pipeline into a container of services.</summary>
public static class PipelineServices
{
    /// <summary>The data account: a connection string, or Data__blobServiceUri and its likes with a managed identity.</summary>
    private const string DataConnection = "Data";

    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(typeof(PeriodScheme), Scheme(configuration));
        services.AddSingleton<Instruments>();
        services.TryAddSingleton(_ => OpenStore(configuration));
        services
            .AddSingleton<UsedStore>()
            .AddSingleton<StoreBirth>()
            .AddSingleton(provider => new SettingCheck(
                provider.GetRequiredService<StoreBirth>().DamageAsync,
                _ => Task.CompletedTask
            ))
            .AddSingleton<StaffLists>()
            .AddSingleton<UnitTable>()
            .AddSingleton<TargetTable>()
            .AddSingleton<RestoreMark>()
            .AddSingleton<Documents>()
            .AddSingleton<ProfileStore>()
            .AddSingleton<OfficeStore>()
            .AddStaffSetting(Paths.Fields, FieldCsv.Parse, Shipped.Fields)
            .AddSingleton<RegisterStore>()
            .AddSingleton<AdoptLists>()
            .AddSingleton<Registers>()
            .AddSingleton<PoisonMarks>()
            .AddSingleton<PoisonQueues>()
            .AddSingleton<DamageMarks>();
        services.AddSettings<IntakeSettings>(configuration, "Intake");
        services.AddSingleton<JournalStore>().AddSingleton<LedgerStore>().AddSingleton<Fingerprints>();
        services
            .AddSingleton<CurrentLedger>()
            .AddSingleton<KpiTables>()
            .AddSingleton<KpiScan>()
            .AddSingleton<KpiQuery>();
        services
            .AddSingleton<PutSpans>()
            .AddSingleton<ExportStore>()
            .AddSingleton<ReceiptStore>()
            .AddSingleton<ExportsTable>()
            .AddSingleton<LedgerPass>()
            .AddSingleton<LostEntries>()
            .AddSingleton<DeriveUnit>()
            .AddSingleton<JournalledUploads>()
            .AddSingleton<TwinUploads>()
            .AddSingleton<UnfinishedWork>();
        services.AddSingleton<WithdrawUpload>().AddSingleton<RetakeUploads>().AddSingleton<FinishInterrupted>();
        services.AddSingleton<EndDoubts>().AddSingleton<TakenReceipts>().AddSingleton<TryExport>();
        services.AddSingleton<CurrentReader>().AddSingleton<TakeInExports>().AddSingleton<IngestFiles>();
        services.AddSingleton<FailedUploads>().AddSingleton<TakeInTogether>().AddSingleton<StuckExports>();
        services.AddSingleton<SweepReadings>().AddSingleton<CatchUpLedgers>().AddSingleton<SweepExports>();
        services.AddSingleton<OnlyCopies>().AddSingleton<DeleteOldExports>().AddSingleton<MarkPoisoned>();
        services.AddSingleton<Rebuild>().AddSingleton<VerifyRebuild>().AddSingleton<StrayData>();
        services.AddWeb(configuration).AddChecklists(configuration).AddReview(configuration).AddNotices(configuration);
        services.AddReports(configuration).AddOutbox(configuration).AddPull(configuration);
        services.AddSingleton<BackUpStore>().AddSingleton<RestoreStore>();
        services.AddSingleton<ListGivenUp>().AddSingleton<RetryGivenUp>().AddSingleton<DropGivenUp>();
        services.AddSingleton<LostFollowUps>().AddSingleton<LostMails>().AddSingleton<LostLines>();
        services.AddSingleton<LostRows>().AddSingleton<LookAtRows>().AddSingleton<LookAtJournal>();
        services.AddSingleton<LookAtDocuments>();
        services
            .AddSingleton<StandingDamages>()
            .AddSingleton<MissingLedgers>()
            .AddSingleton<HealthCheck>()
            .AddSingleton<TellSender>()
            .AddSingleton<MisplacedFiles>()
            .AddSingleton<HeldBack>()
            .AddSingleton<MorningMail>()
            .AddSingleton<PrepareStore>();
        services.AddHostedService(provider => provider.GetRequiredService<PrepareStore>());
        return services;
    }

    private static PeriodScheme Scheme(IConfiguration configuration) =>
        configuration["Scheme"] is not { Length: > 0 } text ? PeriodScheme.Statutory
        : Enum.TryParse<PeriodScheme>(text, ignoreCase: true, out var scheme) ? scheme
        : throw new OptionsValidationException(
            "Scheme",
            typeof(PeriodScheme),
            [$"Scheme là \"{text}\"; ghi statutory hoặc calendar, hoặc bỏ hẳn thiết lập này."]
        );

    private static Store OpenStore(IConfiguration configuration)
    {
        if (configuration[DataConnection] is { Length: > 0 } connection)
            return Store.Open(connection);
        return Store.Open(Address("blob"), Address("table"), Address("queue"), Identity(configuration));

        Uri Address(string service) =>
            configuration[$"{DataConnection}:{service}ServiceUri"] is { Length: > 0 } uri
                ? new Uri(uri)
                : throw new InvalidOperationException(
                    $"Setting {DataConnection} (a connection string) or {DataConnection}__{service}ServiceUri is missing."
                );
    }

    private static ManagedIdentityCredential Identity(IConfiguration configuration) =>
        configuration[$"{DataConnection}:clientId"] is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
