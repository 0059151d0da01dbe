using System.Diagnostics;

namespace CCHC.Infra.Tests.Deploying;

/// <summary>A folder of stand-ins for az, azd and dotnet that note how they were called, and answer as they are told to.</summary>
internal sealed class FakeTools : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-deploy-");

    private string Log => Path.Combine(folder.FullName, "calls");

    /// <summary>One line a call, with the variable that the parameter files read.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    /// <summary>Puts one onto the PATH.</summary>
    /// <param name="tool">Its name on the PATH.</param>
    /// <param name="script">What it does after noting the call; $calls is how often this very call was made, this one included.</param>
    public FakeTools Add(string tool, string script = "")
    {
        var path = Path.Combine(folder.FullName, tool);
        File.WriteAllText(
            path,
            $$"""
            #!/usr/bin/env bash
            line="{{tool}} $* [${CCHC_SUBSCRIBE-}]"
            echo "$line" >>'{{Log}}'
            calls=$(grep -cxF -- "$line" '{{Log}}')
            {{script}}
            exit 0
            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Runs a script of this repository with the stand-ins first on the PATH, and without pauses.</summary>
    public (int ExitCode, string Output, string Errors) Run(string script, params string[] args)
    {
        var start = new ProcessStartInfo(Repository.At(script), args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CCHC_DEPLOY_PAUSE"] = "0";
        start.Environment["AZURE_ENV_NAME"] = "here";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue("it hangs");
        return (process.ExitCode, output, errors.Result);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
