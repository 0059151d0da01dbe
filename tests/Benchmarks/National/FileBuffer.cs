using Microsoft.Win32.SafeHandles;

namespace CCHC.Benchmarks.National;

/// <summary>One thread's buffer for whole files.</summary>
internal sealed class FileBuffer
{
    private byte[] bytes = new byte[128 * 1024];

    /// <summary>The file's content, until the next one is read.</summary>
    public ReadOnlyMemory<byte> Read(string path)
    {
        using var file = File.OpenHandle(path);
        var length = (int)RandomAccess.GetLength(file);
        if (length > bytes.Length)
            bytes = new byte[length];
        Fill(file, bytes.AsSpan(0, length));
        return bytes.AsMemory(0, length);
    }

    private static void Fill(SafeFileHandle file, Span<byte> target)
    {
        for (var read = 0; read < target.Length; )
        {
            var more = RandomAccess.Read(file, target[read..], read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }
    }
}
