using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>One try to hand one message to the mail server; what became of it is known, or known to be unknown.</summary>
internal sealed class MailCarrier(IOptions<MailSettings> settings, MailComposer composer)
{
    private static readonly TimeSpan ListenStep = TimeSpan.FromMilliseconds(5);
    private readonly MailSettings mail = settings.Value;
    private readonly TrustedServers trusted = new(settings.Value.TrustedCertificates);

    /// <summary>The longest that one try may take, whatever the server does.</summary>
    public TimeSpan LongestTry { get; } = TimeSpan.FromSeconds(settings.Value.TimeoutSeconds * 4);

    /// <summary>Sends to the recipients that wait.</summary>
    /// <param name="stored">The mail.</param>
    /// <param name="beforeDot">Hears who has been accepted, right before the message becomes complete.</param>
    /// <param name="cancellation">Ends the try; then nothing is known.</param>
    public async Task<Delivered> CarryAsync(
        StoredMail stored,
        Func<IEnumerable<string>, CancellationToken, Task> beforeDot,
        CancellationToken cancellation
    )
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var client = new PatientSmtpClient
        {
            Timeout = mail.TimeoutSeconds * 1000,
            CheckCertificateRevocation = false, // offices' networks don't reach the lists; see TrustedServers
            ServerCertificateValidationCallback = (_, certificate, _, errors) => trusted.IsTrusted(certificate, errors),
        };
        var body = new AnnouncedBody(async token =>
        {
            await beforeDot(client.Answers.Where(said => said.Value.IsAccepted).Select(said => said.Key), token);
            await ListenAsync(socket, token);
        });
        using var message = await composer.ComposeAsync(stored, body, cancellation);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(LongestTry);
        try
        {
            await SendAsync(socket, client, message, stored, limited.Token);
            return new(DeliveryOutcome.Taken, "", client.Answers);
        }
        catch (PatientSmtpClient.NobodyAcceptedException)
        {
            return new(DeliveryOutcome.NotNow, "", client.Answers);
        }
        catch (Exception problem) when (IsTheServers(problem) && !cancellation.IsCancellationRequested)
        {
            // Commands go out together: after a refused sender the answers to recipients say nothing of them.
            var answers = body.MayBeComplete ? client.Answers : [];
            return new(OutcomeOf(problem, body.MayBeComplete), SmtpWords.Of(problem), answers);
        }
    }

    private async Task SendAsync(
        Socket socket,
        PatientSmtpClient client,
        MimeMessage message,
        StoredMail stored,
        CancellationToken cancellation
    )
    {
        await socket.ConnectAsync(mail.Host, mail.Port, cancellation);
        var security = mail.Security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
        };
        await client.ConnectAsync(socket, mail.Host, mail.Port, security, cancellation);
        // In chunks the last one would complete the message without a dot to wait for.
        client.Capabilities &= ~SmtpCapabilities.Chunking;
        if (mail.User.Length > 0)
            await client.AuthenticateAsync(mail.User, mail.Password, cancellation);
        await client.SendAsync(
            FormatOptions.Default,
            message,
            message.From.Mailboxes.First(),
            stored.Waiting.Select(recipient => MailboxAddress.Parse(recipient.Address)),
            cancellation
        );
        await SayGoodbyeAsync(client, cancellation);
    }

    /// <summary>The message is taken whatever becomes of the farewell.</summary>
    private static async Task SayGoodbyeAsync(PatientSmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception problem) when (IsTheServers(problem))
        {
            // It has gone first.
        }
    }

    /// <summary>
    /// In the middle of a message a server has nothing to say: if it speaks or hangs up now, it will never see the dot
    /// as the end of this message, and the mail may be sent again without becoming two.
    /// </summary>
    private async Task ListenAsync(Socket socket, CancellationToken cancellation)
    {
        var most = TimeSpan.FromMilliseconds(mail.ListenMilliseconds);
        for (var listened = TimeSpan.Zero; ; listened += ListenStep)
        {
            if (socket.Poll(0, SelectMode.SelectRead))
                throw new IOException("The server broke off before the message was complete.");
            if (listened >= most)
                return;
            await Task.Delay(ListenStep, TimeProvider.System, cancellation);
        }
    }

    private static DeliveryOutcome OutcomeOf(Exception problem, bool mayBeComplete) =>
        problem switch
        {
            SmtpCommandException refused => mayBeComplete && PatientSmtpClient.IsForGood((int)refused.StatusCode)
                ? DeliveryOutcome.Never
                : DeliveryOutcome.NotNow,
            // An answer too, whenever it comes: 530.
            ServiceNotAuthenticatedException => DeliveryOutcome.NotNow,
            _ => mayBeComplete ? DeliveryOutcome.Unanswered : DeliveryOutcome.NotNow,
        };

    private static bool IsTheServers(Exception problem) =>
        problem
            is SocketException
                or IOException
                or CommandException
                or ProtocolException
                or AuthenticationException
                or SslHandshakeException
                or NotSupportedException
                or TimeoutException
                or OperationCanceledException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException;
}
