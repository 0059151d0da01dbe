using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Queues.Models;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Queues;

internal sealed partial record QueueTrigger(string QueueName, string ConnectionString) : Trigger
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static QueueTrigger Read(QueueTriggerAttribute attribute, Settings settings)
    {
        var name = settings.Resolve(attribute.QueueName);
        if (name.Length is < 3 or > 63 || !Name().IsMatch(name))
            throw new SetupException(
                $"\"{name}\" is no queue name: 3 to 63 lower-case letters, digits and single hyphens between them."
            );
        return new(name, settings.ConnectionString(attribute.Connection));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    /// <summary>Only the parameter with the attribute carries the message.</summary>
    public override Bind? BinderFor(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is null)
            return null;
        var type = parameter.ParameterType;
        if (type == typeof(QueueMessage))
            return (cause, _) => new(cause);
        if (type == typeof(BinaryData))
            return (cause, _) => new(((QueueMessage)cause).Body);
        if (type == typeof(string))
            return (cause, _) => new(((QueueMessage)cause).Body.ToString());
        return (cause, _) => new(JsonSerializer.Deserialize(((QueueMessage)cause).Body.ToMemory().Span, type, Json));
    }
}
