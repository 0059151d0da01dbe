using CCHC.Pipeline.Outbox;
using Microsoft.Extensions.Logging;

namespace CCHC.Cli.Printing;

/// <summary>The log as lines on standard error: warnings and errors, without stack traces unless asked for all.</summary>
internal sealed class ScreenLog(Screen screen, bool isVerbose) : ILoggerProvider
{
    public static void AddTo(ILoggingBuilder log, Screen screen, bool isVerbose) =>
        log.ClearProviders()
            .SetMinimumLevel(isVerbose ? LogLevel.Information : LogLevel.Warning)
            // Commands say themselves, in Vietnamese, which documents wait and for what.
            .AddFilter(typeof(WriteDocuments).FullName, isVerbose ? LogLevel.Information : LogLevel.Error)
            .AddProvider(new ScreenLog(screen, isVerbose));

    public ILogger CreateLogger(string categoryName) => new Category(screen, isVerbose);

    public void Dispose()
    {
        // The screen belongs to the command.
    }

    private sealed class Category(Screen screen, bool isVerbose) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= (isVerbose ? LogLevel.Information : LogLevel.Warning);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
                return;
            var cause =
                exception is null ? ""
                : isVerbose ? $"\n{exception}"
                : $": {exception.Message.Split('\n')[0].Trim()}";
            screen.Tell($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}{cause}");
        }
    }
}
