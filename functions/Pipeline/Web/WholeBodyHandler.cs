namespace CCHC.Pipeline.Web;

/// <summary>
/// Reads the body within the try, so that time-outs and retries hold for it as well: a connection that breaks in the
/// midst is asked again. Never reads more than wanted, unpacked size and endless bodies included.
/// </summary>
internal sealed class WholeBodyHandler(int mostBytes) : DelegatingHandler
{
    private const int Piece = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            var body = new ByteArrayContent(await ReadAsync(response.Content, cancellationToken));
            foreach (var header in response.Content.Headers)
                body.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response.Content.Dispose();
            response.Content = body;
            return response;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            response.Dispose();
            throw new HttpRequestException("The body broke off", broken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > mostBytes)
            throw TooLarge();
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var piece = new byte[Piece];
        while (await stream.ReadAsync(piece, cancellation) is > 0 and var read)
        {
            if (body.Length + read > mostBytes)
                throw TooLarge();
            body.Write(piece.AsSpan(0, read));
        }
        return body.ToArray();
    }

    private static WebFaultException TooLarge() => new(WebFault.TooLarge, "The body is larger than wanted");
}
