namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>Damage that knows nothing of formats.</summary>
internal static class ByteMutation
{
    private const int LongestBlock = 600;
    private static readonly byte[] Telling =
    [
        0,
        1,
        0x22,
        0x3B,
        0x2C,
        0x09,
        0x0A,
        0x0D,
        0x3C,
        0x3E,
        0x3D,
        0x7F,
        0x80,
        0xFE,
        0xFF,
    ];

    public static byte[] Apply(byte[] content, Random chance, Func<byte[]> other)
    {
        if (content.Length == 0)
            return Random(chance, 40);
        var at = chance.Next(content.Length);
        var end = Math.Min(content.Length, at + 1 + chance.Next(LongestBlock));
        return chance.Next(10) switch
        {
            0 => FlipBits(content, chance),
            1 => Overwrite(content, chance),
            2 => [.. content[..at], .. Random(chance, 8), .. content[at..]],
            3 => [.. content[..at], .. content[Math.Min(content.Length, at + 1 + chance.Next(4))..]],
            4 => [.. content[..end], .. content[at..end], .. content[end..]],
            5 => [.. content[..at], .. content[end..]],
            6 => content[..at],
            7 => Splice(content, at, other(), chance),
            8 => Repeat(content, at, end, chance),
            _ => Swap(content, at, end, chance),
        };
    }

    private static byte[] FlipBits(byte[] content, Random chance)
    {
        var flipped = (byte[])content.Clone();
        for (var left = 1 + chance.Next(8); left > 0; left--)
            flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        return flipped;
    }

    private static byte[] Overwrite(byte[] content, Random chance)
    {
        var written = (byte[])content.Clone();
        for (var left = 1 + chance.Next(4); left > 0; left--)
            written[chance.Next(written.Length)] = Telling[chance.Next(Telling.Length)];
        return written;
    }

    private static byte[] Splice(byte[] content, int at, byte[] other, Random chance)
    {
        var start = chance.Next(other.Length + 1);
        var length = chance.Next(Math.Min(2_000, other.Length - start) + 1);
        return
        [
            .. content[..at],
            .. other.AsSpan(start, length),
            .. content[Math.Min(content.Length, at + chance.Next(length + 1))..],
        ];
    }

    private static byte[] Repeat(byte[] content, int at, int end, Random chance)
    {
        var repeated = new List<byte>(content[..at]);
        for (var left = 1 + chance.Next(60); left > 0; left--)
            repeated.AddRange(content.AsSpan(at, end - at));
        repeated.AddRange(content.AsSpan(end));
        return [.. repeated];
    }

    /// <summary>Two neighbouring blocks change places.</summary>
    private static byte[] Swap(byte[] content, int at, int end, Random chance)
    {
        var middle = at + chance.Next(end - at + 1);
        return [.. content[..at], .. content[middle..end], .. content[at..middle], .. content[end..]];
    }

    private static byte[] Random(Random chance, int most)
    {
        var bytes = new byte[1 + chance.Next(most)];
        chance.NextBytes(bytes);
        return bytes;
    }
}
