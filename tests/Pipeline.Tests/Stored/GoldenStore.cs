using CCHC.Pipeline.Recovery;

namespace CCHC.Pipeline.Tests.Stored;

/// <summary>
/// What a store of November 2026 held: a backup of it, and its ledgers. Written once by the program of that month and
/// never again: what a store means may not change under those who have one (docs/adr/0021).
/// </summary>
internal static class GoldenStore
{
    public const string Unit = "29956";

    public static string Folder { get; } = Find();

    public static string Backup { get; } = Path.Combine(Folder, "Backup");

    public static BackupManifest Manifest { get; } =
        BackupManifest.FromJson(File.ReadAllBytes(Path.Combine(Backup, "manifest.json")));

    /// <summary>A container's blobs as they were.</summary>
    public static IReadOnlyList<BackedUpBlob> Blobs(string container) =>
        Manifest.Container(container)?.Blobs ?? throw new InvalidOperationException($"{container} is empty");

    public static byte[] Content(BackedUpBlob blob) => File.ReadAllBytes(Path.Combine(Backup, blob.File));

    /// <summary>A table's rows as JSON, in the order of their keys.</summary>
    public static string[] Rows(string table) =>
        File.ReadAllLines(Path.Combine(Backup, Manifest.Tables.Single(each => each.Name == table).File));

    public static byte[] Ledger(string name) => File.ReadAllBytes(Path.Combine(Folder, "Ledger", name));

    /// <summary>The cold segments of a unit, by name.</summary>
    public static IReadOnlyList<string> Segments(string unit) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder, "Ledger", unit, "cold"))
                .Select(file => $"{unit}/cold/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "tests", "Pipeline.Tests", "Stored", "Golden");
            if (Directory.Exists(golden))
                return golden;
        }
        throw new InvalidOperationException("The tests must run inside a clone of the repository");
    }
}
