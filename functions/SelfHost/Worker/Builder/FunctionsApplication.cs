namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where the app's Program.cs begins.</summary>
public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
