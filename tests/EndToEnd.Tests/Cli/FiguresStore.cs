using CCHC.EndToEnd.Tests.Demo;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>A store for work with two units' quarter in it.</summary>
public sealed class FiguresStore(Stores stores) : IAsyncLifetime
{
    public string Connection { get; } = stores.New();

    public async ValueTask InitializeAsync()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code is "29974" or "29980"));
        (await Cchc.RunAsync("ingest", folder.Path, "--storage", Connection)).ExitCode.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
