using CCHC.Pipeline.Intake.Formats.Html;
using CCHC.Pipeline.Intake.Formats.OldWorkbooks;
using CCHC.Pipeline.Intake.Formats.Text;
using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats;

/// <summary>
/// An export opened: the tables it may hold, the likeliest first, or what is wrong with it. The content decides,
/// never the extension. The first table with the required headers is taken, so a doubtful decoding, separator or
/// sheet is offered as one more table rather than guessed.
/// </summary>
internal sealed class ExportFile(IReadOnlyList<RowSource> tables, IDisposable? resource = null) : IDisposable
{
    public IReadOnlyList<RowSource> Tables { get; } = tables;

    public FileDefect? Defect { get; private init; }

    /// <summary>True where the tables stand beside one another; false where they are readings of the same text.</summary>
    public bool HasPages { get; init; }

    public static ExportFile Open(ReadOnlyMemory<byte> content, IntakeLimits limits) =>
        Signature.Of(content.Span, limits) switch
        {
            (FileKind.Text, _) => TextExport.Open(content.Span),
            (FileKind.Html, _) => HtmlExport.Open(content.Span),
            (FileKind.Workbook, _) => Workbook.Open(content, limits),
            (FileKind.OldWorkbook, _) => OldWorkbook.Open(content, limits),
            (FileKind.Unreadable, var defect) => Broken(defect!),
        };

    public static ExportFile Broken(FileDefect defect) => new([]) { Defect = defect };

    public void Dispose() => resource?.Dispose();
}
