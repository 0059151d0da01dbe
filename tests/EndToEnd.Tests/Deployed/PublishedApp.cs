namespace CCHC.EndToEnd.Tests.Deployed;

/// <summary>What is deployed, as <c>./check</c> has just published it.</summary>
internal static class PublishedApp
{
    public static string Folder { get; } = Path.Combine(Root(), "artifacts", "app");

    /// <summary>A file that must be there, or nothing was published.</summary>
    public static string At(string file)
    {
        var path = Path.Combine(Folder, file);
        File.Exists(path).ShouldBeTrue($"{path} is missing: dotnet publish functions/App -o artifacts/app");
        return path;
    }

    public static string Read(string file) => File.ReadAllText(At(file));

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CCHC.Functions.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run inside a clone of the repository");
    }
}
