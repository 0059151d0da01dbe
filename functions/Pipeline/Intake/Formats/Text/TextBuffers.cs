using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// Buffers for whole files: those of usual size are used again; those of a rare large file are left to the collector,
/// because a pool would keep them while ledgers and figures need the memory.
/// </summary>
internal static class TextBuffers
{
    private const int Usual = 1 << 20;

    public static char[] Rent(int length) =>
        length > Usual ? GC.AllocateUninitializedArray<char>(length) : ArrayPool<char>.Shared.Rent(Math.Max(1, length));

    public static void Return(char[] buffer)
    {
        if (buffer.Length <= Usual)
            ArrayPool<char>.Shared.Return(buffer);
    }
}
