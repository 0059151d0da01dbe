using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;

namespace CCHC.SelfHost.Queues;

/// <summary>Hands the message to one queue function; its poison queue is <c>{queue}-poison</c>.</summary>
internal sealed class QueueFunctionHandler(IndexedFunction function, QueueClient? poisonQueue, FunctionInvoker invoker)
    : MessageHandler
{
    public override string Name => function.Name;

    public override Task RunAsync(QueueMessage message, CancellationToken cancellation) =>
        invoker.InvokeAsync(function, message, cancellation);

    public override QueueClient? PoisonQueueOf(QueueMessage message) => poisonQueue;
}
