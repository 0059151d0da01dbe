using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.Outbox;

/// <summary>A file that goes with a mail: a blob, and what the recipient's file is called.</summary>
public sealed record Attachment(string Container, string Path, string FileName);

/// <summary>A mail as it is asked for. Who has been asked once under an id is never asked again (design.md §4, law 7).</summary>
/// <param name="Id">Derived from period, unit and kind: see <see cref="MailIds"/>.</param>
/// <param name="To">Addresses, separated by ';'.</param>
/// <param name="Cc">Addresses, separated by ';'.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">What it says.</param>
/// <param name="Attachments">Files.</param>
public sealed record Mail(
    string Id,
    string To,
    string Cc,
    string Subject,
    MailBody Body,
    IReadOnlyList<Attachment> Attachments
)
{
    /// <summary>Whose and which quarter's business it is, for whoever follows it; null where it is nobody's in particular.</summary>
    public Correlation? About { get; init; }

    internal TraceKey? TraceKey => About is null ? null : TraceKey.Of(About);
}
