using System.Reflection;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Http;

/// <summary>The route is null when the function's name stands for it.</summary>
internal sealed record HttpTrigger(string? Route, IReadOnlyList<string> Methods, AuthorizationLevel AuthLevel) : Trigger
{
    public static HttpTrigger Read(HttpTriggerAttribute attribute)
    {
        var route = string.IsNullOrEmpty(attribute.Route) ? null : attribute.Route;
        try
        {
            if (route is not null)
                _ = TemplateParser.Parse(route);
        }
        catch (Exception problem) when (problem is ArgumentException or RouteCreationException)
        {
            throw new SetupException($"\"{route}\" is no route: {problem.Message}");
        }
        return new(route, attribute.Methods ?? [], attribute.AuthLevel);
    }

    public override Bind? BinderFor(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return (cause, _) => new(((HttpContext)cause).Request);
        if (parameter.ParameterType == typeof(string) && Names(parameter.Name!))
            return (cause, _) => new(((HttpContext)cause).GetRouteValue(parameter.Name!)?.ToString());
        return null;
    }

    public override bool Allows(Type result) =>
        typeof(IResult).IsAssignableFrom(result) || typeof(IActionResult).IsAssignableFrom(result);

    private bool Names(string parameter) =>
        Route is not null
        && TemplateParser
            .Parse(Route)
            .Parameters.Any(hole => string.Equals(hole.Name, parameter, StringComparison.OrdinalIgnoreCase));
}
