using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CCHC.Pipeline.Outbox;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Mails go to a server that proves who it is, or not at all.</summary>
public sealed class TlsTests(MailShop shop) : IClassFixture<MailShop>, IDisposable
{
    private const string Commune = "xa@hongngu.example";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-mail-");

    [Theory]
    [InlineData("starttls", "StartTls")]
    [InlineData("tls", "Tls")]
    public async Task A_server_of_our_own_authority_gets_mail_over_tls(string mode, string security)
    {
        var (cert, key) = Certificate("127.0.0.1");
        await using var server = await MailServer.StartAsync(
            new
            {
                mode,
                cert,
                key,
            }
        );
        await using var pipeline = shop.Sending(
            server,
            ("Mail:Security", security),
            ("Mail:TrustedCertificates", cert)
        );
        var stored = await MailShop.PostAndSendAsync(pipeline, MailShop.Mail(shop.NewId(), Commune));
        stored.State.ShouldBe(MailState.Sent, stored.Error);
        (await server.MessagesAsync(1)).Single().IsSecure.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_gets_nothing()
    {
        var (cert, key) = Certificate("127.0.0.1");
        await using var server = await MailServer.StartAsync(
            new
            {
                mode = "starttls",
                cert,
                key,
            }
        );
        await RefusedAsync(server, "chứng thư số", ("Mail:Security", "StartTls"));
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_name_gets_nothing()
    {
        var (cert, key) = Certificate("127.0.0.9");
        await using var server = await MailServer.StartAsync(
            new
            {
                mode = "tls",
                cert,
                key,
            }
        );
        await RefusedAsync(server, "chứng thư số", ("Mail:Security", "Tls"), ("Mail:TrustedCertificates", cert));
    }

    [Fact]
    public async Task A_server_without_starttls_gets_nothing_in_clear()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await RefusedAsync(server, "không hỗ trợ", ("Mail:Security", "StartTls"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task RefusedAsync(MailServer server, string why, params (string, string)[] settings)
    {
        await using var pipeline = shop.Sending(server, settings);
        var stored = await MailShop.PostAndSendAsync(pipeline, MailShop.Mail(shop.NewId(), Commune));
        stored.State.ShouldBe(MailState.Pending);
        stored.Error.ShouldContain(why);
        server.Messages.ShouldBeEmpty();
    }

    private (string Cert, string Key) Certificate(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=may-chu-thu", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        var (cert, secret) = (Path.Combine(folder.FullName, "cert.pem"), Path.Combine(folder.FullName, "key.pem"));
        File.WriteAllText(cert, certificate.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (cert, secret);
    }
}
