using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Indexing;

public sealed class BadFunctions
{
    [Function("NoSetting")]
    public void NoSetting([TimerTrigger("%Missing%")] TimerInfo timer) { }

    [Function("NoSchedule")]
    public void NoSchedule([TimerTrigger("every day")] TimerInfo timer) { }

    [Function("NoPath")]
    public void NoPath([BlobTrigger("exports")] Stream blob) { }

    [Function("NoConnection")]
    public void NoConnection([BlobTrigger("exports/{file}", Connection = "Elsewhere")] Stream blob) { }

    [Function("Identity")]
    public void Identity([QueueTrigger("outbox", Connection = "Managed")] string message) { }

    [Function("NoName")]
    public void NoName([BlobTrigger("exports/{file}", Connection = "Given")] Stream blob, string unit) { }

    [Function("NoQueue")]
    public void NoQueue([QueueTrigger("Out_Box")] string message) { }

    [Function("NoTrigger")]
    public void NoTrigger(string message) { }

    [Function("NoResult")]
    public string NoResult([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";

    [Function("NoRoute")]
    public IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{a")] HttpRequest request) =>
        Results.Ok();

    [Function("NotPublic")]
    internal void NotPublic([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }

    [Function("Twice")]
    public void Once([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }

    [Function("Twice")]
    public void Again([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
}
