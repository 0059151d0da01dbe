using System.Reflection;
using Azure.Storage.Blobs;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Blobs;

internal sealed record BlobTrigger(BlobPathPattern Path, string ConnectionString) : Trigger
{
    public static BlobTrigger Read(BlobTriggerAttribute attribute, Settings settings) =>
        new(
            BlobPathPattern.Parse(settings.Resolve(attribute.BlobPath)),
            settings.ConnectionString(attribute.Connection)
        );

    public override Bind? BinderFor(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(Stream))
            return async (cause, invocation) =>
                await ((BlobDelivery)cause).Blob.OpenReadAsync(cancellationToken: invocation.Cancellation);
        if (parameter.ParameterType == typeof(BlobClient))
            return (cause, _) => new(((BlobDelivery)cause).Blob);
        if (parameter.ParameterType == typeof(string) && Path.Names.Contains(parameter.Name!, StringComparer.Ordinal))
            return (cause, _) => new(((BlobDelivery)cause).PathValues[parameter.Name!]);
        return null;
    }
}

/// <summary>A blob on its way into a function.</summary>
internal sealed record BlobDelivery(BlobClient Blob, IReadOnlyDictionary<string, string> PathValues);
