using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>
/// The storage's clock, which Azurite doesn't let us move: what answers say of when something was written is put
/// right on the way back.
/// </summary>
internal sealed partial class StorageTime
{
    private readonly Dictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);

    private static readonly DateTimeOffset Beginning = new(2025, 6, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Before this nothing happened; after all uploads were sent.</summary>
    public DateTimeOffset Now { get; private set; } = Beginning;

    public void Pass(TimeSpan time) => Now += time;

    /// <summary>An answer as a storage with this clock gives it.</summary>
    public HttpResponseMessage Answer(Arrival arrival, HttpResponseMessage sent)
    {
        using var stream = sent.Content.ReadAsStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (arrival.IsBlob && arrival.IsWrite && sent.IsSuccessStatusCode)
            written[arrival.Place] = Now;
        var isList = arrival.IsBlob && arrival.Path.Contains("comp=list", StringComparison.Ordinal);
        var answer = new HttpResponseMessage(sent.StatusCode)
        {
            Content = new ByteArrayContent(isList ? Listed(arrival.Place, bytes.ToArray()) : bytes.ToArray()),
        };
        foreach (var (name, values) in sent.Headers)
            answer.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in sent.Content.Headers)
        {
            if (name is not "Content-Length")
                answer.Content.Headers.TryAddWithoutValidation(name, values);
        }
        // Said and not only known: the SDK looks for the header.
        answer.Content.Headers.ContentLength =
            arrival.Method == HttpMethod.Head
                ? sent.Content.Headers.ContentLength
                : answer.Content.Headers.ContentLength;
        answer.Headers.Date = Now;
        if (answer.Content.Headers.LastModified is not null)
            answer.Content.Headers.LastModified = WrittenAt(arrival.Place);
        return answer;
    }

    private DateTimeOffset WrittenAt(string place) => written.GetValueOrDefault(place, Beginning);

    private byte[] Listed(string container, byte[] xml) =>
        Encoding.UTF8.GetBytes(
            Entry()
                .Replace(
                    Encoding.UTF8.GetString(xml),
                    entry =>
                    {
                        var at = WrittenAt($"{container}/{WebUtility.HtmlDecode(entry.Groups["name"].Value)}");
                        var text = at.ToString("R", CultureInfo.InvariantCulture);
                        return $"{entry.Groups["before"].Value}<Last-Modified>{text}</Last-Modified>";
                    }
                )
        );

    [GeneratedRegex(
        "(?<before><Name>(?<name>[^<]*)</Name>(?:(?!<Name>).)*?)<Last-Modified>[^<]*</Last-Modified>",
        RegexOptions.Singleline,
        10000
    )]
    private static partial Regex Entry();
}
