using System.CommandLine;
using System.CommandLine.Help;
using CCHC.Cli.Commands;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Traces;
using CCHC.Cli.Usage;

namespace CCHC.Cli;

/// <summary>The command line of design.md §6: parses, runs one command, turns what went wrong into an exit code.</summary>
public static class CommandLine
{
    /// <summary>After Ctrl+C a command may finish what it has begun for so long.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(30);

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="output">Hears results.</param>
    /// <param name="error">Hears everything else.</param>
    /// <param name="cancellation">Ends the command, as Ctrl+C does.</param>
    /// <returns>0 done, 1 done with refusals or differences, 2 wrong usage, 3 could not be done.</returns>
    public static Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation = default
    ) => RunAsync(args, output, error, TimeProvider.System, cancellation);

    /// <summary>The same at another time.</summary>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var screen = new Screen(output, error);
        var options = new GlobalOptions();
        var parsed = Root(options, screen, time).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not UsageHelp)
        {
            foreach (var problem in UsageProblems.Of(parsed))
                screen.Tell(problem);
            screen.Tell($"Xem hướng dẫn: {UsageHelp.NameOf(parsed.CommandResult.Command)} --help");
            return ExitCode.WrongUsage;
        }
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = LongestFarewell,
        };
        using var traces = parsed.GetValue(options.Trace) is { Length: > 0 } wanted ? new LocalTraces(wanted) : null;
        try
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception problem)
        {
            var failure = Failure.Of(problem);
            screen.Tell(failure.Message);
            if (parsed.GetValue(options.Verbose))
                screen.Tell(problem.ToString());
            return failure.ExitCode;
        }
        finally
        {
            traces?.Print(screen);
        }
    }

    /// <summary>All commands with their arguments and options, as data: what is written about them is held against it.</summary>
    public static RootCommand Commands() =>
        Root(new GlobalOptions(), new Screen(TextWriter.Null, TextWriter.Null), TimeProvider.System);

    private static RootCommand Root(GlobalOptions options, Screen screen, TimeProvider time)
    {
        var access = new StoreAccess(options, screen, time);
        var root = new RootCommand("Từ tệp xuất của Bộ phận Một cửa đến công văn chấn chỉnh.")
        {
            options.Data,
            options.Storage,
            options.Verbose,
            options.Trace,
            new DemoCommand(access, screen),
            new ServeCommand(access, screen),
            new IngestCommand(access, screen),
            new CheckCommand(access, screen),
            new KpiCommand(access, screen),
            new ReviewCommand(access, screen),
            new NoticesCommand(access, screen),
            new FollowUpsCommand(access, screen),
            new ExplainCommand(access, screen),
            new OutboxCommand(access, screen),
            new RemindCommand(access, screen),
            new ReceiptsCommand(access, screen),
            new WithdrawCommand(access, screen),
            new RetakeCommand(access, screen),
            new RebuildCommand(access, screen),
            new SweepCommand(access, screen),
            new HealthCommand(access, screen),
            new PoisonCommand(access, screen),
            new BackupCommand(access, screen),
            new RestoreCommand(access, screen),
            new UnitsCommand(access, screen),
            new TargetsCommand(access, screen),
            new ProfilesCommand(access, screen),
            new ChecklistCommand(access, screen),
            new CriteriaCommand(access, screen),
            new OfficesCommand(access, screen),
            new FieldsCommand(access, screen),
            new DaysOffCommand(access, screen),
            new AuthorityCommand(access, screen),
            new SourcesCommand(access, screen),
            new PullCommand(access, screen),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            (help.Description, help.Action) = ("Hiện hướng dẫn này.", new UsageHelp());
        foreach (var version in root.Options.OfType<VersionOption>())
            version.Description = "Hiện phiên bản.";
        return root;
    }
}
