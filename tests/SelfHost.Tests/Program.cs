using CCHC.SelfHost.Tests;
using CCHC.SelfHost.Tests.Azurite;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [AzuriteOwner.Argument, var folder])
{
    await AzuriteOwner.RunAsync(folder);
    return 0;
}

// What xunit would have generated.
return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
