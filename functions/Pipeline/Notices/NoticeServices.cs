using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Notices;

/// <summary>What stage Notices puts into the container of services.</summary>
internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStaffSetting(Paths.Authority, Authorities.Parse, Shipped.Read("authority.json"));
        return services
            .AddSingleton<WriteNotice>()
            .AddSingleton<IssuedNotices>()
            .AddSingleton<LostLetters>()
            .AddSingleton<IssueNotice>()
            .AddSingleton<RedrawLetter>()
            .AddSingleton<WriteCorrections>()
            .AddSingleton<MarkPoisonedNotice>();
    }
}
