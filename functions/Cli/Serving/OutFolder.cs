using System.Security.Cryptography;
using System.Text;

namespace CCHC.Cli.Serving;

/// <summary>
/// A folder of this machine into which stored things are written. Their names come from storage, where anybody may have
/// put them: none leads out of the folder, and each is one that a file can have.
/// </summary>
internal sealed class OutFolder(string path)
{
    private const int LongestName = 120;
    private const string Unfit = "<>:\"|?*/\\";

    /// <summary>The file for a stored name, in the folders that its slashes make.</summary>
    public string At(string name) => At([.. name.Split('/')], "");

    /// <summary>The file for stored names, each of which is one part of its path whatever it holds.</summary>
    public string At(IReadOnlyList<string> parts, string extension)
    {
        var file = Path.Combine([path, .. parts.Select(FileNameOf)]) + extension;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>A name as it is where it can be one; else what is left of it, and a mark that tells it from others.</summary>
    private static string FileNameOf(string text)
    {
        var name = string.Concat(text.Select(c => IsFit(c) ? c : '_')).TrimEnd('.', ' ');
        if (
            name == text
            && name.Length is > 0 and <= LongestName
            && Encoding.UTF8.GetByteCount(name) <= 2 * LongestName
        )
            return name;
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return $"{name[..Math.Min(name.Length, LongestName / 2)]}~{mark}";
    }

    private static bool IsFit(char c) => !Unfit.Contains(c) && !char.IsControl(c) && !char.IsSurrogate(c);
}
