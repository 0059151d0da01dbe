using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Tests.Outbox;

/// <summary>What is wrong with the settings of mails is said in Vietnamese, and nothing else is said.</summary>
public class MailSettingsTests
{
    [Theory]
    [InlineData("Mail:Port", "0", "Mail:Port phải từ 1 đến 65535.")]
    [InlineData("Mail:TimeoutSeconds", "301", "Mail:TimeoutSeconds phải từ 1 đến 300.")]
    [InlineData("Mail:MaximumAttachmentMB", "0", "Mail:MaximumAttachmentMB phải từ 1 đến 100.")]
    [InlineData("Mail:MostConnections", "33", "Mail:MostConnections phải từ 1 đến 32.")]
    [InlineData("Mail:ListenMilliseconds", "-1", "Mail:ListenMilliseconds phải từ 0 đến 5000.")]
    [InlineData("Mail:FirstPauseSeconds", "3601", "Mail:FirstPauseSeconds phải từ 0 đến 3600.")]
    [InlineData("Mail:GiveUpAfterDays", "0", "Mail:GiveUpAfterDays phải từ 1 đến 60.")]
    [InlineData("Mail:Host", "mail.vn", "Mail:From phải là một địa chỉ thư khi đã đặt Mail:Host.")]
    [InlineData("Mail:ReplyTo", "nobody", "Mail:ReplyTo không phải là một địa chỉ thư.")]
    [InlineData("Mail:TrustedCertificates", "không có.pem", "Mail:TrustedCertificates: không có tệp không có.pem.")]
    [InlineData("Mail:Staff", "nobody", "Mail:Staff: nobody: không phải là địa chỉ thư.")]
    [InlineData(
        "Mail:Staff",
        "a@khac.vn",
        "Mail:Staff: a@khac.vn: tên miền không có trong danh sách được gửi (Mail:AllowedDomains)."
    )]
    [InlineData("Mail:Port", "", "Mail:Port đang để trống; ghi một số nguyên, hoặc bỏ hẳn thiết lập này.")]
    [InlineData("Mail:Port", "năm", "Mail:Port là \"năm\"; ghi một số nguyên, hoặc bỏ hẳn thiết lập này.")]
    [InlineData(
        "Mail:Security",
        "ssl",
        "Mail:Security là \"ssl\"; ghi StartTls hoặc Tls hoặc None, hoặc bỏ hẳn thiết lập này."
    )]
    [InlineData("Reminders:WorkingDays", "0", "Reminders:WorkingDays phải từ 1 đến 60.")]
    [InlineData("Reminders:UrgeEveryWorkingDays", "61", "Reminders:UrgeEveryWorkingDays phải từ 1 đến 60.")]
    public void What_is_wrong_is_said_in_vietnamese_alone(string key, string value, string words)
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddPipeline(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build())
            .BuildServiceProvider();
        var wrong = Should.Throw<OptionsValidationException>(() =>
            key.StartsWith("Mail", StringComparison.Ordinal)
                ? (object)services.GetRequiredService<IOptions<MailSettings>>().Value
                : services.GetRequiredService<IOptions<ReminderSettings>>().Value
        );
        wrong.Message.ShouldBe(words);
    }

    [Fact]
    public void A_password_in_clear_is_refused()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddPipeline(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("Mail:Password", "bí mật"), new("Mail:Security", "None")])
                    .Build()
            )
            .BuildServiceProvider();
        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailSettings>>().Value)
            .Message.ShouldBe("Mail:Password sẽ đi qua mạng không mã hóa: đặt Mail:Security là StartTls hoặc Tls.");
    }
}
