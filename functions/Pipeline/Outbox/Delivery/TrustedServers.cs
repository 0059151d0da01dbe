using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>Which servers' certificates hold: the system's authorities, and those of a PEM file besides. Never none.</summary>
internal sealed class TrustedServers
{
    private readonly X509Certificate2Collection authorities = [];

    public TrustedServers(string pemFile)
    {
        if (pemFile.Length > 0)
            authorities.ImportFromPemFile(pemFile);
    }

    public bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
            return true;
        // Another server's name, or no certificate at all, is never mended by an authority of our own.
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1")); // server authentication
        // Internal authorities seldom publish revocation lists that this machine could reach.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return authorities.Count > 0 && chain.Build(server);
    }
}
