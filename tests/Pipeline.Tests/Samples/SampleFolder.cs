namespace CCHC.Pipeline.Tests.Samples;

/// <summary>tests/Samples, which its script writes (README.md there).</summary>
internal static class SampleFolder
{
    private static readonly string Root = Find();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public static byte[] Bytes(params string[] parts) => File.ReadAllBytes(At(parts));

    /// <summary>The sample exports by name.</summary>
    public static IReadOnlyList<string> Exports =>
        [
            .. Directory
                .EnumerateFiles(At("exports"))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Those of them whose dossiers are told, as the journal must hold them, in rows/ beside.</summary>
    public static IReadOnlyList<string> WithRows => [.. Exports.Where(file => File.Exists(At("rows", $"{file}.tsv")))];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "tests", "Samples");
            if (Directory.Exists(samples))
                return samples;
        }
        throw new InvalidOperationException("The samples lie in a clone of the repository.");
    }
}
