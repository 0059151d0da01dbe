using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// One way to read a text whose characters are the Windows-1252 image of bytes in another encoding: that is how a
/// file of unknown encoding is first read, and how fonts such as .VnTime and VNI-Times keep their texts in workbooks.
/// </summary>
internal abstract class Recoding
{
    /// <summary>Stack space is cleared before use: most cells need little.</summary>
    private const int UsualCell = 128;

    /// <summary>As receipts name it.</summary>
    public abstract string Name { get; }

    /// <summary>Every way there is, tried in this order.</summary>
    public static IReadOnlyList<Recoding> All { get; } =
    [new Untouched(), new MisreadUtf8(), new Windows1258(), new Tcvn3(), new Vni(), new Viscii()];

    /// <summary>What <paramref name="rows"/> read so are, in the sender's words.</summary>
    public virtual string Describe(RowSource rows) =>
        rows.IsUndecoded ? $"{Name}, {rows.Description}" : $"{rows.Description}, chữ {Name}";

    /// <summary>
    /// Writes what a cell says, in NFC and never longer than the cell; negative where the cell can't be a text in
    /// this encoding.
    /// </summary>
    public virtual int Recode(ReadOnlySpan<char> cell, Span<char> text) =>
        cell.Length <= UsualCell ? ReadBytes(cell, stackalloc byte[UsualCell], text) : RecodeLong(cell, text);

    protected abstract int Read(ReadOnlySpan<byte> bytes, Span<char> text);

    private int RecodeLong(ReadOnlySpan<char> cell, Span<char> text) =>
        ReadBytes(cell, stackalloc byte[Row.LongestCell], text);

    private int ReadBytes(ReadOnlySpan<char> cell, Span<byte> bytes, Span<char> text) =>
        Windows1252.TryEncode(cell, bytes) ? Read(bytes[..cell.Length], text) : -1;
}
