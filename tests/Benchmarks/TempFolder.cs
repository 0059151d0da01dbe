namespace CCHC.Benchmarks;

/// <summary>A folder that goes away with the benchmark.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cchc-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
