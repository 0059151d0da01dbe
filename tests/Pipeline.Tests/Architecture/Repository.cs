namespace CCHC.Pipeline.Tests.Architecture;

/// <summary>The files of this repository, as the tests about code and documents read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string At(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>The C# files under a folder; there must be some, or a test about them would prove nothing.</summary>
    public static IReadOnlyList<SourceFile> SourcesUnder(string folder)
    {
        Directory.Exists(At(folder)).ShouldBeTrue($"{folder} is missing");
        var files = Directory
            .EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, Read(path)))
            .ToList();
        files.ShouldNotBeEmpty($"no C# file under {folder}");
        return files;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CCHC.Functions.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run inside a clone of the repository");
    }

    /// <summary>One C# file.</summary>
    /// <param name="Path">Relative to the repository, with slashes.</param>
    /// <param name="Text">All of it.</param>
    internal sealed record SourceFile(string Path, string Text)
    {
        public int Lines { get; } = Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

        public string Folder => Path[..Path.LastIndexOf('/')];

        public string Name => Path[(Path.LastIndexOf('/') + 1)..];

        /// <summary>Without comments and texts: what the compiler acts on, roughly.</summary>
        public string Code { get; } = Pattern.Replace(Text, @"//.*|/\*[\s\S]*?\*/|""([^""\\\n]|\\.)*""", " ");

        public string? Namespace => Pattern.Find(Text, @"^namespace (?<it>[\w.]+)") is [var name, ..] ? name : null;
    }
}
