using System.Net;
using System.Net.Sockets;

namespace CCHC.Pipeline.Web;

/// <summary>
/// Connects to the very address that was checked: a name that resolves to something else a moment later (DNS
/// rebinding) gains nothing.
/// </summary>
public sealed class GuardedConnection(bool allowPrivate)
{
    /// <summary>Finds the addresses of a name; another in tests.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var endPoint = context.DnsEndPoint;
        Exception? last = null;
        foreach (var address in await AllowedAsync(endPoint.Host, cancellation))
        {
            try
            {
                return await OpenAsync(new IPEndPoint(address, endPoint.Port), cancellation);
            }
            catch (SocketException refused)
            {
                last = refused;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private async Task<IReadOnlyList<IPAddress>> AllowedAsync(string host, CancellationToken cancellation)
    {
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await Resolve(host, cancellation);
        var allowed = all.Where(address => allowPrivate || !SpecialAddresses.Contain(address)).ToList();
        if (all.Length > 0 && allowed.Count == 0)
            throw new WebFaultException(WebFault.PrivateAddress, "The host has no public address");
        return allowed;
    }

    private static async Task<Stream> OpenAsync(IPEndPoint endPoint, CancellationToken cancellation)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
