namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>The text as it stands.</summary>
internal sealed class Untouched : Recoding
{
    public override string Name => "Windows-1252";

    public override string Describe(RowSource rows) => rows.IsUndecoded ? base.Describe(rows) : rows.Description;

    public override int Recode(ReadOnlySpan<char> cell, Span<char> text)
    {
        cell.CopyTo(text);
        return cell.Length;
    }

    protected override int Read(ReadOnlySpan<byte> bytes, Span<char> text) => -1;
}
