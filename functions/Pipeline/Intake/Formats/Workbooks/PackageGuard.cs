using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>
/// Looks at a package before anything of it is read: first at its directory, then unpacks every entry once, keeping
/// nothing, to see that it is what the directory says. .NET doesn't compare check sums, and a changed digit is a
/// wrong figure.
/// </summary>
internal static class PackageGuard
{
    /// <summary>Small packages of much repetition are harmless whatever their ratio.</summary>
    private const long AlwaysFine = 8L * 1024 * 1024;

    /// <summary>
    /// Bytes without a new tag: a cell has at most 32,767 characters. An XML reader keeps a name or an attribute in
    /// memory as a whole, however long.
    /// </summary>
    private const int LongestTag = 1024 * 1024;

    /// <summary>A document type stands before the first element.</summary>
    private const int Head = 4096;

    private static readonly byte[] Merged = "mergeCell"u8.ToArray();
    private static readonly byte[] DirectoryEntry = [0x50, 0x4B, 0x01, 0x02];

    /// <summary>What forbids even to look at the directory's entries: each costs memory.</summary>
    public static FileDefect? CheckCount(ReadOnlySpan<byte> content, IntakeLimits limits) =>
        content.Count(DirectoryEntry) > limits.PackageEntries ? FileDefects.UnpacksTooLarge(limits) : null;

    /// <summary>Why the package isn't read; null if it may be.</summary>
    /// <param name="package">The archive.</param>
    /// <param name="packed">Its size.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="merging">Is given the entries that speak of merged cells: what is unpacked is looked at once.</param>
    public static FileDefect? Check(
        ZipArchive package,
        long packed,
        IntakeLimits limits,
        HashSet<ZipArchiveEntry> merging
    )
    {
        if (package.Entries.Any(entry => entry.IsEncrypted))
            return FileDefects.Encrypted;
        var unpacked = 0L;
        foreach (var entry in package.Entries)
        {
            unpacked += entry.Length;
            if (entry.Length < 0 || unpacked > limits.UnpackedBytes)
                return FileDefects.UnpacksTooLarge(limits);
        }
        if (unpacked > AlwaysFine && unpacked / limits.UnpackingRatio > packed)
            return FileDefects.UnpacksTooLarge(limits);
        return CheckContents(package, limits, merging);
    }

    private static FileDefect? CheckContents(ZipArchive package, IntakeLimits limits, HashSet<ZipArchiveEntry> merging)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            foreach (var entry in package.Entries)
            {
                if (CheckContent(entry, buffer, limits, merging) is { } defect)
                    return defect;
            }
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileDefect? CheckContent(
        ZipArchiveEntry entry,
        byte[] buffer,
        IntakeLimits limits,
        HashSet<ZipArchiveEntry> merging
    )
    {
        using var stream = entry.Open();
        var checksum = new Crc32();
        var (length, gap, kept) = (0L, 0, 0);
        var isXml = Package.IsXml(entry.Name);
        for (int read; (read = stream.Read(buffer.AsSpan(kept))) > 0; length += read)
        {
            var bytes = buffer.AsSpan(kept, read);
            checksum.Append(bytes);
            if (isXml && length == 0 && bytes[..Math.Min(Head, read)].IndexOf("<!DOCTYPE"u8) >= 0)
                return FileDefects.UnsafeXml;
            if (isXml && !HasTags(bytes, ref gap))
                return FileDefects.UnpacksTooLarge(limits);
            if (length + read > entry.Length)
                return FileDefects.Corrupt;
            if (buffer.AsSpan(0, kept + read).IndexOf(Merged) >= 0)
                merging.Add(entry);
            // The word may stand across two pieces.
            var all = kept + read;
            kept = Math.Min(Merged.Length - 1, all);
            buffer.AsSpan(all - kept, kept).CopyTo(buffer);
        }
        var isWhole = length == entry.Length && checksum.GetCurrentHashAsUInt32() == entry.Crc32;
        return isWhole ? null : FileDefects.Corrupt;
    }

    /// <summary>One tag in each piece is enough: pieces are far shorter than the longest tag.</summary>
    private static bool HasTags(ReadOnlySpan<byte> bytes, ref int gap)
    {
        var last = bytes.LastIndexOf((byte)'<');
        gap = last < 0 ? gap + bytes.Length : bytes.Length - last;
        return gap <= LongestTag;
    }
}
