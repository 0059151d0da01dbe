using System.Diagnostics.CodeAnalysis;

namespace CCHC.Pipeline.Storage;

/// <summary>A name under which no upload can be put; the message says why, in Vietnamese.</summary>
public sealed class UploadNameException(string message) : Exception(message);

/// <summary>
/// Where an upload is put: under a unit's code, with a file name that every part of the way bears. What came by another
/// door may be called otherwise: <see cref="Paths.SplitExport"/>.
/// </summary>
public readonly record struct UploadName
{
    /// <summary>As many as file systems allow.</summary>
    public const int LongestFile = 255;

    private UploadName(string code, string file) => (Code, File) = (code, file);

    public string Code { get; }

    public string File { get; }

    public string Path => Paths.Export(Code, File);

    public static bool TryParse(string code, string file, out UploadName name, [NotNullWhen(false)] out string? problem)
    {
        problem = ProblemOf(code, file);
        name = problem is null ? new UploadName(code, file) : default;
        return problem is null;
    }

    /// <summary>For who has no one to tell but a caller that should have asked.</summary>
    /// <exception cref="UploadNameException">No upload can be called so.</exception>
    public static UploadName Parse(string code, string file) =>
        TryParse(code, file, out var name, out var problem) ? name : throw new UploadNameException(problem);

    private static string? ProblemOf(string code, string file) =>
        ProblemOf(file)
        ?? (
            Paths.SplitExport(Paths.Export(code, file)) is null
                ? $"\"{Shown(code)}\" không phải là mã đơn vị, không gửi tệp vào đó được."
                : null
        );

    /// <summary>Why nothing can be put with this file name; null where it can.</summary>
    public static string? ProblemOf(string file)
    {
        var why = file switch
        {
            "" => "trống",
            { Length: > LongestFile } => $"dài {file.Length} ký tự, nhiều nhất là {LongestFile}",
            _ when file.AsSpan().IndexOfAny('/', '\\') >= 0 => "có dấu / hoặc \\",
            _ when file.Any(char.IsControl) => "có ký tự điều khiển không nhìn thấy được",
            _ when file[^1] is '.' || char.IsWhiteSpace(file[^1]) => "kết thúc bằng dấu chấm hoặc dấu cách",
            _ when !BlobNames.IsSound(file) => "có ký tự hỏng, không lưu được",
            _ => null,
        };
        return why is null ? null : $"Tên tệp \"{Shown(file)}\" {why}. Hãy đổi tên tệp rồi gửi lại.";
    }

    /// <summary>What a terminal and a log bear.</summary>
    private static string Shown(string text) =>
        string.Concat(
            text.Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' ? '\uFFFD' : c)
        );
}
