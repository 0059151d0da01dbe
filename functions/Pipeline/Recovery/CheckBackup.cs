using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>Sees that a backup is whole before anything is written from it.</summary>
internal static class CheckBackup
{
    private const string Broken = "Chưa ghi gì vào kho; dùng một bản sao lưu khác.";

    /// <summary>Reads every file that the manifest names, and compares.</summary>
    /// <exception cref="RecoveryException">There is none, or a file is missing or altered; it names the file.</exception>
    public static async Task<BackupManifest> CheckAsync(
        BackupFolder folder,
        ShowProgress show,
        CancellationToken cancellation
    )
    {
        var manifest =
            await folder.FindManifestAsync(cancellation)
            ?? throw new RecoveryException(
                $"Không có bản sao lưu hoàn chỉnh trong {folder.Path}: thiếu {BackupNames.Manifest}."
            );
        var files = manifest.Files.ToList();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        await show(
            "kiểm tra tệp",
            files.Count,
            step =>
                Parallel.ForEachAsync(
                    files,
                    options,
                    async (file, token) =>
                    {
                        await CheckAsync(folder, file.File, file.Size, file.Sha256, token);
                        step();
                    }
                )
        );
        return manifest;
    }

    private static async Task CheckAsync(
        BackupFolder folder,
        string file,
        long size,
        string sha256,
        CancellationToken cancellation
    )
    {
        // Never outside of the folder, whatever a manifest says.
        if (!BlobNames.IsSound(file) || !File.Exists(folder.At(file)))
            throw new RecoveryException($"Bản sao lưu thiếu tệp {file}. {Broken}");
        if (!folder.Has(file, size) || await folder.HashAsync(file, cancellation) != sha256)
            throw new RecoveryException($"Tệp {file} của bản sao lưu đã bị sửa đổi. {Broken}");
    }
}
