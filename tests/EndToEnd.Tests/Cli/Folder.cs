using CCHC.Demo;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>A folder for a test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cchc-test-").FullName;

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Files as staff keep them: a folder per unit.</summary>
    public static Folder Of(IEnumerable<DemoFile> files)
    {
        var folder = new Folder();
        foreach (var file in files)
            folder.Write(file.Content, file.Code, file.File);
        return folder;
    }

    public string Write(byte[] content, params string[] parts)
    {
        var path = this[parts];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string text, params string[] parts) => Write(System.Text.Encoding.UTF8.GetBytes(text), parts);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
