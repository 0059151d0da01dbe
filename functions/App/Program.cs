using CCHC.Functions.Telemetry;
using CCHC.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddTelemetry();
builder.Services.AddPipeline(builder.Configuration);
builder.Build().Run();
