using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// Lets HTTP functions take an ASP.NET Core request and return IResult or IActionResult: the only HTTP model here.
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Plan.HasHttp = true;
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        return builder;
    }
}
