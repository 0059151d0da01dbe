using System.Net;
using System.Net.Sockets;

namespace CCHC.Pipeline.Web;

/// <summary>
/// Addresses that are not the public internet's (IANA's registries of special-purpose addresses, RFC 6890 and its
/// successors). Whoever writes an address into a checklist must not reach our own network through us.
/// </summary>
public static class SpecialAddresses
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. Networks(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
                + "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
                // Azure's own services answer every machine of theirs here.
                + "168.63.129.16/32"
        ),
    ];

    /// <summary>All that is given out to the public so far; loopback, link-local, unique local and multicast lie outside.</summary>
    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Teredo and other protocols, documentation, 6to4 (which wraps any IPv4 address), segment routing.</summary>
    private static readonly IPNetwork[] SpecialV6 = [.. Networks("2001::/23 2001:db8::/32 2002::/16 3fff::/20")];

    /// <summary>NAT64: the last four bytes are an IPv4 address.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contain(IPAddress address)
    {
        if (address.AddressFamily is AddressFamily.InterNetwork)
            return SpecialV4.Any(network => network.Contains(address));
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return true;
        if (address.IsIPv4MappedToIPv6)
            return Contain(address.MapToIPv4());
        if (Translated.Contains(address))
            return Contain(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return !PublicV6.Contains(address) || SpecialV6.Any(network => network.Contains(address));
    }

    private static IEnumerable<IPNetwork> Networks(string list) => list.Split(' ').Select(IPNetwork.Parse);
}
