using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Uploads;

/// <summary>Finds the files that a person means, and the unit of each: from --unit, else from its folder's name.</summary>
internal static class UploadFolder
{
    /// <summary>
    /// All files in the order of upload, of which the later one decides: by last write, then, of those written together,
    /// by name, by which a browser's "x (1).csv" follows "x.csv" (design.md §3), then by unit.
    /// </summary>
    /// <exception cref="UsageException">Nothing can be uploaded under one of the names.</exception>
    public static IReadOnlyList<IngestFile> Find(IEnumerable<string> paths, string? unit)
    {
        var files = WrittenTogether
            .Groups(paths.SelectMany(path => Find(path, unit)), file => file.WrittenAt)
            .SelectMany(group =>
                group
                    .OrderBy(file => file.File.File, NaturalNames.Order)
                    .ThenBy(file => file.File.Code, StringComparer.Ordinal)
            )
            .Select(file => file.File)
            .ToList();
        var twice = files.CountBy(file => (file.Code, file.File)).FirstOrDefault(file => file.Value > 1).Key;
        return twice.File is null
            ? files
            : throw new UsageException(
                $"Hai tệp cùng tên {twice.File} của đơn vị {twice.Code}: đổi tên một tệp rồi chạy lại."
            );
    }

    private static IEnumerable<FoundFile> Find(string path, string? unit)
    {
        if (File.Exists(path))
            return [Of(path, unit ?? throw new UsageException($"Tệp {path} của đơn vị nào? Thêm --unit MÃ."))];
        if (!Directory.Exists(path))
            throw new UsageException($"Không có tệp hay thư mục {path}.");
        var code = unit ?? CodeOf(path);
        return code is not null
            ? InUnit(path, code)
            : Units(path).SelectMany(folder => InUnit(folder, CodeOf(folder)!));
    }

    private static IEnumerable<string> Units(string path)
    {
        var strays = Visible(Directory.EnumerateFileSystemEntries(path))
            .Where(entry => !Directory.Exists(entry) || CodeOf(entry) is null)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (strays.Count > 0)
            throw new UsageException(
                $"Trong {path} chỉ được có thư mục mang mã đơn vị (5 chữ số), nhưng có: {string.Join(", ", strays.Take(5))}. Chuyển đi, hoặc thêm --unit MÃ nếu cả thư mục là của một đơn vị."
            );
        return Directory.EnumerateDirectories(path).Where(folder => CodeOf(folder) is not null);
    }

    private static IEnumerable<FoundFile> InUnit(string folder, string code) =>
        Visible(Directory.EnumerateFileSystemEntries(folder))
            .Select(entry =>
                Directory.Exists(entry)
                    ? throw new UsageException(
                        $"{entry} là thư mục con trong thư mục của đơn vị {code}: đưa các tệp ra thẳng thư mục của đơn vị."
                    )
                    : Of(entry, code)
            );

    private sealed record FoundFile(IngestFile File, DateTime WrittenAt);

    private static FoundFile Of(string path, string code)
    {
        var name = Path.GetFileName(path);
        // What isn't Unicode can't be normalised either: it is refused first.
        if (!UploadName.TryParse(code, name, out _, out var problem))
            throw new UsageException(problem);
        return new(new(code, name.Normalize(), () => File.OpenRead(path)), File.GetLastWriteTimeUtc(path));
    }

    private static string? CodeOf(string folder) =>
        UnitCode.TryParse(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), out var code)
            ? code.Text
            : null;

    private static IEnumerable<string> Visible(IEnumerable<string> entries) =>
        entries.Where(entry => !Path.GetFileName(entry).StartsWith('.'));
}
