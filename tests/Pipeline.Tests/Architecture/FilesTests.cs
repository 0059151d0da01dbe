namespace CCHC.Pipeline.Tests.Architecture;

public class FilesTests
{
    private const int MostLines = 250;

    /// <summary>Longer files, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayBeLonger = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> RootNamespaces = new(StringComparer.Ordinal)
    {
        ["functions/Pipeline"] = "CCHC.Pipeline",
        ["functions/Demo"] = "CCHC.Demo",
        ["functions/Triggers"] = "CCHC.Triggers",
        ["functions/App"] = "CCHC.Functions",
        ["functions/SelfHost"] = "CCHC.SelfHost",
        ["functions/Cli"] = "CCHC.Cli",
        ["tests/Pipeline.Tests"] = "CCHC.Pipeline.Tests",
    };

    public static TheoryData<string> Projects => [.. RootNamespaces.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_files_namespace_is_its_folder(string project) =>
        Repository
            .SourcesUnder(project)
            .Where(file => !HasNoNamespace(file))
            .Where(file => file.Namespace != RootNamespaces[project] + file.Folder[project.Length..].Replace('/', '.'))
            .Select(file => $"{file.Path} says {file.Namespace ?? "nothing"}")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("functions")]
    [InlineData("tests")]
    public void No_file_is_too_long_to_read_in_one_go(string folder) =>
        Repository
            .SourcesUnder(folder)
            .Where(file => file.Lines > MostLines && !MayBeLonger.ContainsKey(file.Path))
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeEmpty();

    [Fact]
    public void An_exception_that_is_no_longer_needed_is_struck_off() =>
        MayBeLonger.Keys.Where(path => !File.Exists(Repository.At(path)) || Length(path) <= MostLines).ShouldBeEmpty();

    [Fact]
    public void Half_of_all_files_are_shorter_than_seventy_lines()
    {
        var lengths = Repository.SourcesUnder("functions").Select(file => file.Lines).Order().ToList();
        lengths[lengths.Count / 2].ShouldBeLessThan(70);
    }

    /// <summary>Top-level statements and directives for the whole assembly.</summary>
    private static bool HasNoNamespace(Repository.SourceFile file) =>
        file.Namespace is null && file.Name is "Program.cs" or "GlobalUsings.cs" or "AssemblyInfo.cs";

    private static int Length(string path) => new Repository.SourceFile(path, Repository.Read(path)).Lines;
}
