using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Http;

/// <summary>
/// Routes requests as the official host does: the first route that fits wins, in the order of the functions' names,
/// however specific a later one is (azure.md §2). That is ASP.NET Core's older route collection; its endpoint routing
/// would prefer the more specific route and hide on a laptop what goes wrong in Azure.
/// </summary>
internal sealed partial class HttpFunctions(FunctionInvoker invoker, ILogger<HttpFunctions> log)
{
    public void Map(IApplicationBuilder app, FunctionIndex index, string routePrefix)
    {
        var functions = index.TriggeredBy<HttpTrigger>().ToList();
        if (functions.Find(entry => entry.Trigger.AuthLevel is not AuthorizationLevel.Anonymous) is ({ } closed, _))
            LogKeysNotAsked(closed.Name);
        var routes = new RouteBuilder(app);
        var constraints = app.ApplicationServices.GetRequiredService<IInlineConstraintResolver>();
        foreach (var (function, trigger) in functions)
            routes.Routes.Add(RouteTo(function, trigger, routePrefix, constraints));
        app.UseRouter(routes.Build());
    }

    private Route RouteTo(
        IndexedFunction function,
        HttpTrigger trigger,
        string prefix,
        IInlineConstraintResolver constraints
    )
    {
        var template = string.Join('/', new[] { prefix.Trim('/'), trigger.Route ?? function.Name }.Where(p => p != ""));
        Dictionary<string, object> methods =
            trigger.Methods.Count == 0
                ? []
                : new() { ["httpMethod"] = new HttpMethodRouteConstraint([.. trigger.Methods]) };
        var handler = new RouteHandler(context => AnswerAsync(function, context));
        return new(handler, function.Name, template, [], methods, [], constraints);
    }

    private async Task AnswerAsync(IndexedFunction function, HttpContext context)
    {
        try
        {
            await invoker.InvokeAsync(
                function,
                context,
                context.RequestServices,
                result => SendAsync(result, context),
                context.RequestAborted
            );
            LogAnswered(function.Name, context.Request.Method, context.Request.Path, context.Response.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogGone(function.Name);
        }
        catch (Exception problem)
        {
            LogFailed(problem, function.Name);
            if (context.Response.HasStarted)
                context.Abort();
            else
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static Task SendAsync(object? result, HttpContext context) =>
        result switch
        {
            IResult answer => answer.ExecuteAsync(context),
            IActionResult answer => answer.ExecuteResultAsync(
                new()
                {
                    HttpContext = context,
                    RouteData = context.GetRouteData(),
                    ActionDescriptor = new(),
                }
            ),
            _ => Task.CompletedTask,
        };

    [LoggerMessage(LogLevel.Debug, "{Function} answered {Method} {Path} with {Status}")]
    private partial void LogAnswered(string function, string method, PathString path, int status);

    [LoggerMessage(LogLevel.Debug, "{Function}: the caller hung up")]
    private partial void LogGone(string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    private partial void LogFailed(Exception problem, string function);

    [LoggerMessage(
        LogLevel.Warning,
        "{Function} asks for a function key; this host asks nobody for one, here it is open to all who reach the port"
    )]
    private partial void LogKeysNotAsked(string function);
}
