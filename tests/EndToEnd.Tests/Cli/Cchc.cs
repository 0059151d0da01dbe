using CCHC.Cli;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>One run of the command line, through its real entry.</summary>
internal sealed record Cchc(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Cchc> RunAsync(params string[] args) => AtAsync(TimeProvider.System, args);

    /// <summary>One at another time.</summary>
    public static async Task<Cchc> AtAsync(TimeProvider time, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, output, error, time, default);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>One that must succeed.</summary>
    public static async Task<Cchc> DoneAsync(params string[] args)
    {
        var run = await RunAsync(args);
        run.ExitCode.ShouldBe(0, run.Error);
        return run;
    }
}
