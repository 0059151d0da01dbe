using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CCHC.SelfHost.Azurite;

/// <summary>Where one Azurite listens; the ports are the system's choice, so none is ever taken already.</summary>
internal sealed partial record AzuriteAddresses(AzuriteAccount Account, int Blob = 0, int Queue = 0, int Table = 0)
{
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account.Name};AccountKey={Account.Key};"
        + $"BlobEndpoint={Endpoint(Blob)};QueueEndpoint={Endpoint(Queue)};TableEndpoint={Endpoint(Table)};";

    public bool IsComplete => Blob > 0 && Queue > 0 && Table > 0;

    /// <summary>Takes in one line of Azurite's output.</summary>
    public AzuriteAddresses With(string? line) =>
        line is null || Listening().Match(line) is not { Success: true } match ? this
        : int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) is var port
        && match.Groups["what"].Value is "Blob"
            ? this with
            {
                Blob = port,
            }
        : match.Groups["what"].Value is "Queue" ? this with { Queue = port }
        : this with { Table = port };

    public async Task<bool> AnswerAsync(CancellationToken cancellation)
    {
        foreach (var port in (int[])[Blob, Queue, Table])
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port, cancellation);
            }
            catch (SocketException)
            {
                return false;
            }
        }
        return true;
    }

    private string Endpoint(int port) => $"http://127.0.0.1:{port}/{Account.Name}";

    [GeneratedRegex(
        @"Azurite (?<what>Blob|Queue|Table) service is successfully listening at \S+:(?<port>\d+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();
}
