using System.Security.Cryptography;
using System.Text.Json;

namespace CCHC.Pipeline.Recovery;

/// <summary>
/// A backup's folder. Files are written beside their place and moved into it whole; the manifest is replaced last, and
/// only then does what no manifest names any more go. Whenever it is broken off, the last backup is still there.
/// </summary>
internal sealed class BackupFolder : IDisposable
{
    private const string Lock = ".cchc-backup";
    private const string Unfinished = ".part";
    private readonly FileStream? oneWriter;
    private int written;

    private BackupFolder(string path, FileStream? oneWriter) => (Path, this.oneWriter) = (path, oneWriter);

    public string Path { get; }

    /// <summary>Files written so far.</summary>
    public int Written => written;

    /// <summary>Makes the folder if need be, and keeps other writers out.</summary>
    /// <exception cref="RecoveryException">It is no backup's, or another process writes to it.</exception>
    public static BackupFolder OpenForWriting(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        CreateFolder(path);
        // A copy of a backup may have lost the file that begins with a dot.
        var isOurs =
            File.Exists(System.IO.Path.Combine(path, Lock))
            || File.Exists(System.IO.Path.Combine(path, BackupNames.Manifest));
        if (!isOurs && Directory.EnumerateFileSystemEntries(path).Any())
            throw new RecoveryException(
                $"Thư mục {path} không trống và không phải là bản sao lưu. Chọn một thư mục mới."
            );
        try
        {
            var file = System.IO.Path.Combine(path, Lock);
            return new(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException busy) when (isOurs)
        {
            throw new RecoveryException($"Một lệnh sao lưu khác đang ghi vào {path}. ({busy.Message})");
        }
    }

    public static BackupFolder OpenForReading(string path) => new(System.IO.Path.GetFullPath(path), null);

    public string At(string file) => System.IO.Path.Combine([Path, .. file.Split('/')]);

    public bool Has(string file, long size) => new FileInfo(At(file)) is { Exists: true } found && found.Length == size;

    public async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        await using var content = Open(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }

    public FileStream Open(string file) => new(At(file), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Writes a file whose name may depend on its content's hash.</summary>
    /// <returns>Its name, size and SHA-256.</returns>
    public async Task<(string File, long Size, string Sha256)> WriteAsync(
        string draft,
        Func<string, string> nameBySha256,
        Func<Stream, Task> write
    )
    {
        var part = At(draft) + Unfinished;
        CreateFolder(System.IO.Path.GetDirectoryName(part)!);
        using var hash = SHA256.Create();
        long size;
        await using (var content = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await using (var hashing = new CryptoStream(content, hash, CryptoStreamMode.Write, leaveOpen: true))
                await write(hashing);
            size = content.Length;
        }
        var sha = Convert.ToHexStringLower(hash.Hash!);
        var file = nameBySha256(sha);
        if (Has(file, size) && file != draft)
        {
            File.Delete(part);
        }
        else
        {
            File.Move(part, At(file), overwrite: true);
            Interlocked.Increment(ref written);
        }
        return (file, size, sha);
    }

    /// <summary>Null when there is none yet.</summary>
    /// <exception cref="RecoveryException">It can't be read, or was altered.</exception>
    public async Task<BackupManifest?> FindManifestAsync(CancellationToken cancellation)
    {
        if (!File.Exists(At(BackupNames.Manifest)))
            return null;
        try
        {
            var manifest = BackupManifest.FromJson(
                await File.ReadAllBytesAsync(At(BackupNames.Manifest), cancellation)
            );
            if (manifest.Version != BackupManifest.PresentVersion)
                throw new RecoveryException(
                    $"{At(BackupNames.Manifest)} có phiên bản {manifest.Version}; chương trình này đọc phiên bản {BackupManifest.PresentVersion}."
                );
            if (BackupManifest.DigestOf(manifest.Tables, manifest.Containers) != manifest.Digest)
                throw new RecoveryException($"{At(BackupNames.Manifest)} đã bị sửa đổi: mã kiểm tra không khớp.");
            return manifest;
        }
        catch (JsonException broken)
        {
            throw new RecoveryException($"{At(BackupNames.Manifest)} bị hỏng: {broken.Message}");
        }
    }

    /// <summary>Makes the backup what the manifest says, and removes files of ours that it doesn't name.</summary>
    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var part = At(BackupNames.Manifest) + Unfinished;
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(manifest.ToJson(), cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, At(BackupNames.Manifest), overwrite: true);
        var named = manifest.Files.Select(file => At(file.File)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in BackupScope.Parts.Where(part => !part.IsTable).Select(part => part.Name))
            RemoveOthers(folder, named);
        RemoveOthers(BackupNames.Tables, named);
    }

    public void Dispose() => oneWriter?.Dispose();

    private void RemoveOthers(string folder, HashSet<string> named)
    {
        if (!Directory.Exists(At(folder)))
            return;
        foreach (var file in Directory.EnumerateFiles(At(folder), "*~*", SearchOption.AllDirectories))
        {
            if (!named.Contains(file) && BackupNames.IsOurs(System.IO.Path.GetFileName(file)))
                File.Delete(file);
        }
    }

    /// <summary>For nobody but who runs the backup: it names communes' and staff's mail addresses.</summary>
    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
