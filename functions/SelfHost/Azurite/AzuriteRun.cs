using System.Diagnostics;

namespace CCHC.SelfHost.Azurite;

/// <summary>One running node process with Azurite in it.</summary>
internal sealed class AzuriteRun : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly TaskCompletionSource _isUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private AzuriteRun(Process process, AzuriteAccount account)
    {
        _process = process;
        Addresses = new(account);
        Ended = process.WaitForExitAsync();
        // Both pipes are read to the end: a full one would stop Azurite.
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public AzuriteAddresses Addresses { get; private set; }

    /// <summary>Completes when the process has ended, whoever ended it.</summary>
    public Task Ended { get; }

    public static async Task<AzuriteRun> StartAsync(
        string script,
        string? location,
        AzuriteAddresses wanted,
        CancellationToken cancellation
    )
    {
        var run = new AzuriteRun(AzuriteLauncher.Start(script, location, wanted), wanted.Account);
        try
        {
            await run.WaitUntilUpAsync(cancellation);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before: there is nobody to tell.
        }
        using var patience = new CancellationTokenSource(StopPatience);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task WaitUntilUpAsync(CancellationToken cancellation)
    {
        var ended = _process.WaitForExitAsync(cancellation);
        var first = await Task.WhenAny(_isUp.Task, ended, Task.Delay(StartPatience, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (first == _isUp.Task && await Addresses.AnswerAsync(cancellation))
            return;
        var what = first == ended ? "ended at once" : $"did not answer within {StartPatience.TotalSeconds:0} s";
        throw new AzuriteException(
            $"Azurite {what}. Try again; if it happens again, delete node_modules, or choose another folder with --data. It said:\n{Said()}"
        );
    }

    private string Said()
    {
        lock (_said)
            return string.Join('\n', _said);
    }

    /// <summary>Only what it says before it is up is kept: afterwards there is nobody left to show it to.</summary>
    private void Hear(string? line)
    {
        if (line is null || _isUp.Task.IsCompleted)
            return;
        lock (_said)
        {
            _said.Add(line);
            Addresses = Addresses.With(line);
        }
        if (Addresses.IsComplete)
            _isUp.TrySetResult();
    }
}
