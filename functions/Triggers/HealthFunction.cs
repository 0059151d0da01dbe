using CCHC.Pipeline.TakeIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Tells nothing but its colour.</summary>
public sealed class HealthFunction(HealthCheck health)
{
    [Function("Health")]
    public async Task<IResult> Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await health.ColourAsync(cancellation) switch
        {
            HealthColour.Green => Results.Text("green"),
            HealthColour.Yellow => Results.Text("yellow"),
            HealthColour.Red => Results.Text("red", statusCode: StatusCodes.Status503ServiceUnavailable),
        };
}
