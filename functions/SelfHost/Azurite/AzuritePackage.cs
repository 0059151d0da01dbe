using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CCHC.SelfHost.Azurite;

/// <summary>Azurite's npm package, at the version that package-lock.json pins.</summary>
internal static class AzuritePackage
{
    /// <summary>npm itself gives up on a slow registry now and then; what it fetched is kept for the second try.</summary>
    private const int Tries = 2;

    /// <summary>The script to run; installed first if it isn't there.</summary>
    public static async Task<string> FindAsync(Action<string> tell, CancellationToken cancellation)
    {
        var top =
            Top(AppContext.BaseDirectory)
            ?? Top(Directory.GetCurrentDirectory())
            ?? throw new AzuriteException(
                "No package-lock.json that names azurite was found above the program or the working directory: run this inside the repository, or give --storage with a connection string."
            );
        var script = Path.Combine(top, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (IsInstalled(top, script))
            return script;
        await using var ours = await FolderLock.TakeAsync(LockFile(top), cancellation);
        for (var tries = 1; !IsInstalled(top, script); tries++)
            await InstallAsync(top, tell, isLastTry: tries == Tries, cancellation);
        return script;
    }

    /// <summary>npm writes this file last: without it an installation was cut off halfway.</summary>
    private static bool IsInstalled(string top, string script) =>
        File.Exists(script) && File.Exists(Path.Combine(top, "node_modules", ".package-lock.json"));

    /// <summary>Not in the repository, where it would show up as a change, nor in node_modules, which npm empties.</summary>
    private static string LockFile(string top)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(top)).AsSpan(0, 8));
        return Path.Combine(Path.GetTempPath(), $"cchc-npm-{name}.lock");
    }

    private static string? Top(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "package-lock.json");
            if (File.Exists(file) && File.ReadAllText(file).Contains("node_modules/azurite", StringComparison.Ordinal))
                return folder.FullName;
        }
        return null;
    }

    private static async Task InstallAsync(
        string top,
        Action<string> tell,
        bool isLastTry,
        CancellationToken cancellation
    )
    {
        tell("Installing Azurite (npm ci), once; this takes a minute or so …");
        using var npm = StartNpm(top);
        await using var _ = cancellation.Register(() => npm.Kill(entireProcessTree: true));
        var errors = npm.StandardError.ReadToEndAsync(cancellation);
        while (await npm.StandardOutput.ReadLineAsync(cancellation) is { } line)
            tell(line);
        await npm.WaitForExitAsync(cancellation);
        if (npm.ExitCode != 0 && isLastTry)
            throw new AzuriteException(
                $"npm could not install Azurite. Run `npm ci --ignore-scripts` in {top} and mend what it reports:\n{await errors}"
            );
    }

    private static Process StartNpm(string top)
    {
        // On Windows npm is a batch file, which only the shell can start.
        string[] command = OperatingSystem.IsWindows() ? ["cmd", "/c", "npm"] : ["npm"];
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = top,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                [.. command[1..], "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"]
        )
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteException(
                "npm was not found. It comes with Node.js: install Node.js 20 or later, or give --storage with the connection string of a storage account.",
                missing
            );
        }
    }
}
