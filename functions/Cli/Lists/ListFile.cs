using System.Text;

namespace CCHC.Cli.Lists;

/// <summary>A list that staff keep, as a file: UTF-8, with or without a mark.</summary>
internal static class ListFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file and parses it; what is wrong with it is wrong usage, and names its line.</summary>
    public static async Task<T> ReadAsync<T>(string path, Func<string, T> parse, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new UsageException($"Không có tệp {path}.");
        try
        {
            return parse(Strict.GetString(await File.ReadAllBytesAsync(path, cancellation)));
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{path}: tệp không phải là UTF-8. Lưu lại dưới dạng CSV UTF-8 rồi chạy lại.");
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"{path}: {fault.Message} Chưa có gì thay đổi.");
        }
    }
}
