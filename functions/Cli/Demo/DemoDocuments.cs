namespace CCHC.Cli.Demo;

/// <summary>A quarter's documents as copied onto this machine.</summary>
internal sealed class DemoDocuments(string folder, IReadOnlyList<string> files)
{
    private static readonly string[] Forms = [".docx", ".html"];

    /// <summary>Everything that a review writes for all units together, by its name in the folder.</summary>
    private static readonly (string File, string Name)[] Reports =
    [
        ("offices.docx", "Công văn gửi thủ trưởng các cơ quan chuyên môn"),
        ("summary.docx", "Báo cáo tổng hợp gửi Chủ tịch"),
        ("summary.html", "Báo cáo tổng hợp, bản xem trên màn hình"),
        ("form06.xlsx", "Biểu số II.06a"),
        ("news.html", "Dự thảo tin bài"),
        ("news.txt", "Dự thảo tin bài, văn bản thuần"),
    ];

    public string Folder => folder;

    /// <summary>Drafts, by unit.</summary>
    public IReadOnlyList<string> Letters { get; } =
    [
        .. files.Where(file =>
            Path.GetDirectoryName(file) == folder
            && Forms.Contains(Path.GetExtension(file), StringComparer.Ordinal)
            && Reports.All(report => report.File != Path.GetFileName(file))
        ),
    ];

    /// <summary>Units with a draft.</summary>
    public int LetterCount => Letters.Count(file => file.EndsWith(".docx", StringComparison.Ordinal));

    /// <summary>The reports that were written, with what they are.</summary>
    public IEnumerable<(string File, string Name)> Written =>
        Reports
            .Select(report => (File: Path.Combine(folder, report.File), report.Name))
            .Where(report => files.Contains(report.File, StringComparer.Ordinal));

    public bool Has(string name) => files.Contains(Path.Combine(folder, name), StringComparer.Ordinal);
}
