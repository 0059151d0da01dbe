using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Http;

public sealed class HttpFunctions
{
    [Function("Receipt")]
    public IResult Receipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "receipts/{unit}/{file?}")] HttpRequest request,
        string unit,
        string? file
    ) => Results.Text($"{request.Method} {unit} {file ?? "all"}");

    [Function("Upload")]
    public async Task<IActionResult> UploadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "receipts/{unit}")] HttpRequest request,
        string unit
    )
    {
        using var reader = new StreamReader(request.Body);
        return new ObjectResult(new { unit, body = await reader.ReadToEndAsync() }) { StatusCode = 201 };
    }

    [Function("Front")]
    public IResult Front(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request
    ) => Results.Text("front page");

    [Function("Health")]
    public IResult Health([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("green");

    [Function("Broken")]
    public IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException("as told");

    [Function("A_catch_all")]
    public IResult CatchAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "assets/{*path}")] HttpRequest request,
        string path
    ) => Results.Text($"catch all {path}");

    [Function("B_specific")]
    public IResult Specific([HttpTrigger(AuthorizationLevel.Anonymous, Route = "assets/app.js")] HttpRequest request) =>
        Results.Text("specific");
}
