using System.Text;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>The encodings of BIFF5 texts ([MS-XLS] 2.4.52).</summary>
internal static class CodePages
{
    public static Encoding Default { get; } = Find(1252)!;

    /// <summary>Null where the number means nothing to us.</summary>
    public static Encoding? Find(ushort number) =>
        number switch
        {
            0x8001 => Find(1252),
            0x8000 => Find(10000),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(number),
        };
}
