using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Puts blobs as other programs can: with the path as it is given, where an HTTP client would tidy it up.</summary>
internal static class RawBlob
{
    public static async Task PutAsync(BlobContainerClient container, string path, byte[] content)
    {
        var until = TimeProvider.System.GetUtcNow().AddHours(1);
        var address = container.GenerateSasUri(BlobContainerSasPermissions.All, until);
        using var tcp = new TcpClient(address.Host, address.Port);
        await using var stream = tcp.GetStream();
        var head =
            $"PUT {address.AbsolutePath}/{path}{address.Query} HTTP/1.1\r\nHost: {address.Authority}\r\n"
            + $"x-ms-blob-type: BlockBlob\r\nx-ms-version: 2021-12-02\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(content);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync())!.ShouldContain(" 201 ", Case.Sensitive, path);
    }
}
