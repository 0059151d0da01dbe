namespace CCHC.SelfHost.Azurite;

/// <summary>Files and folders that only their owner may open: exports hold personal data.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, or takes away others' rights to all that lies in it.</summary>
    public static void Close(string folder)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(folder, OwnFolder);
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(inner, OwnFolder);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(file, OwnFile);
    }

    /// <summary>For ourselves alone, made if it isn't there.</summary>
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        options.Share = FileShare.None;
        return new(path, options);
    }

    /// <summary>Whole or not at all.</summary>
    public static void Write(string path, string content)
    {
        var begun = path + ".new";
        File.Delete(begun);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        using (var writer = new StreamWriter(begun, options))
            writer.Write(content);
        File.Move(begun, path, overwrite: true);
    }
}
