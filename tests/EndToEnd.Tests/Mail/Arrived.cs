using CCHC.Pipeline.Storage;
using MimeKit;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Reads what has arrived.</summary>
internal static class Arrived
{
    public static string Id(this MailServer.Event mail) => mail.Message.MessageId!;

    public static string Subject(this MailServer.Event mail) => mail.Message.Subject!;

    public static string Text(this MailServer.Event mail) => mail.Message.TextBody!.ReplaceLineEndings("\n");

    /// <summary>The HTML without its tags, a line a paragraph.</summary>
    public static string HtmlWords(this MailServer.Event mail) =>
        System.Net.WebUtility.HtmlDecode(
            System.Text.RegularExpressions.Regex.Replace(
                mail.Message.HtmlBody!.ReplaceLineEndings("\n").Replace("<li>", "- ", StringComparison.Ordinal),
                "<[^>]+>",
                ""
            )
        );

    /// <summary>A file's name and that its bytes are the blob's.</summary>
    public static async Task ShouldBringAsync(
        this MailServer.Event mail,
        Store store,
        string container,
        params (string Path, string Name)[] files
    )
    {
        var parts = mail.Message.Attachments.OfType<MimePart>().ToList();
        parts.Select(part => part.FileName).ShouldBe(files.Select(file => file.Name));
        foreach (var (part, file) in parts.Zip(files))
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content);
            var blob = await store.Container(container).GetBlobClient(file.Path).DownloadContentAsync();
            content.ToArray().AsSpan().SequenceEqual(blob.Value.Content.ToMemory().Span).ShouldBeTrue(file.Path);
        }
    }

    /// <summary>Both bodies say the same, paragraph by paragraph.</summary>
    public static void ShouldSayTheSameTwice(this MailServer.Event mail) =>
        Lines(mail.HtmlWords()).ShouldBe(Lines(mail.Text()));

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
