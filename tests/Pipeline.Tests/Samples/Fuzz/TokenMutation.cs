using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>Damage at the places that mean something: separators, quotes, tags, digits, records and their lengths.</summary>
internal static class TokenMutation
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(";,\t\n\"<>"u8);
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            ";",
            ",",
            "\t",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "=",
            "+1",
            "-",
            "@",
            "'",
            "<",
            ">",
            "</td>",
            "<td>",
            "<tr>",
            "</tr>",
            "<table>",
            "</table>",
            "<td rowspan=\"9999999\">",
            "<td colspan=\"65535\">",
            "<script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "&#x10FFFF;",
            "&amp;",
            "&nbsp;",
            "<!DOCTYPE x>",
            "0",
            "99999999999",
            "-1",
            "1e308",
            "31/02/2022",
            "01/01/1900",
            "Ngày tiếp nhận",
            "Mã hồ sơ",
            "Trạng thái",
            "Tổng cộng",
            "\u202E",
            "\u200B",
            "\uFEFF",
            "\u0000",
            "\u0301",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Apply(byte[] content, Random chance) =>
        content.Length == 0
            ? Tokens[chance.Next(Tokens.Length)]
            : chance.Next(6) switch
            {
                0 => Insert(content, chance.Next(content.Length), chance),
                1 => AtSeparator(content, chance, remove: true),
                2 => AtSeparator(content, chance, remove: false),
                3 => Digits(content, chance),
                4 => Length(content, chance),
                _ => Record(content, chance),
            };

    private static byte[] Insert(byte[] content, int at, Random chance) =>
        [.. content[..at], .. Tokens[chance.Next(Tokens.Length)], .. content[at..]];

    /// <summary>Removes the next separator, or puts something beside it.</summary>
    private static byte[] AtSeparator(byte[] content, Random chance, bool remove)
    {
        var from = chance.Next(content.Length);
        var found = content.AsSpan(from).IndexOfAny(Separators);
        if (found < 0)
            return Insert(content, from, chance);
        return remove
            ? [.. content[..(from + found)], .. content[(from + found + 1)..]]
            : Insert(content, from + found, chance);
    }

    private static byte[] Digits(byte[] content, Random chance)
    {
        var from = chance.Next(content.Length);
        var found = content.AsSpan(from).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (found < 0)
            return Insert(content, from, chance);
        var changed = (byte[])content.Clone();
        for (var at = from + found; at < changed.Length && changed[at] is >= (byte)'0' and <= (byte)'9'; at++)
            changed[at] = (byte)('0' + chance.Next(10));
        return changed;
    }

    /// <summary>A number of two or four bytes anywhere becomes an extreme one: record lengths, sectors, zip sizes.</summary>
    private static byte[] Length(byte[] content, Random chance)
    {
        var changed = (byte[])content.Clone();
        if (changed.Length < 4)
            return changed;
        var at = chance.Next(changed.Length - 3);
        uint[] extremes = [0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, (uint)content.Length, (uint)at];
        var extreme = extremes[chance.Next(extremes.Length)];
        if (chance.Next(2) == 0)
            BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(at), (ushort)extreme);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), extreme);
        return changed;
    }

    /// <summary>A record of a BIFF stream, found from its beginning: its type, its length, or itself twice or gone.</summary>
    private static byte[] Record(byte[] content, Random chance)
    {
        var start = content.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        if (start < 0)
            return AtSeparator(content, chance, remove: chance.Next(2) == 0);
        var records = new List<(int At, int End)>();
        for (var at = start; at + 4 <= content.Length && records.Count < 4_000; )
        {
            var end = at + 4 + BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at + 2));
            if (end > content.Length)
                break;
            records.Add((at, end));
            at = end;
        }
        if (records.Count == 0)
            return Insert(content, start, chance);
        var (from, to) = records[chance.Next(records.Count)];
        var changed = (byte[])content.Clone();
        switch (chance.Next(4))
        {
            case 0:
                changed[from] = (byte)chance.Next(256);
                return changed;
            case 1:
                BinaryPrimitives.WriteUInt16LittleEndian(
                    changed.AsSpan(from + 2),
                    (ushort)chance.Next(chance.Next(2) == 0 ? 64 : 65_536)
                );
                return changed;
            case 2:
                return [.. content[..to], .. content[from..to], .. content[to..]];
            default:
                return [.. content[..from], .. content[to..]];
        }
    }
}
