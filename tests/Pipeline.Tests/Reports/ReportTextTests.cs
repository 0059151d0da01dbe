using System.Text;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Whole documents, approved by reading them.</summary>
public sealed class ReportTextTests
{
    [Fact]
    public void The_summary_report_reads_as_approved() =>
        Approve(SummaryReport.Compose(WholeQuarters.HongNgu()), "summary");

    [Fact]
    public void The_letter_to_the_offices_reads_as_approved() =>
        Approve(OfficesLetter.Compose(WholeQuarters.HongNgu()), "offices");

    private static void Approve(Letter letter, string name) =>
        Words(letter)
            .ShouldMatchApproved(options =>
                options
                    .SubFolder("Approved")
                    .NoDiff()
                    .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}")
            );

    private static string Words(Letter letter)
    {
        var text = new StringBuilder();
        Lines(text, [letter.Superior, .. letter.Issuer, letter.Number, letter.PlaceAndDate, letter.Subject]);
        Lines(text, letter.Addressees.Select(addressee => $"Kính gửi: {addressee}"));
        Lines(text, letter.Body.SelectMany(Words));
        Lines(text, [letter.Closing, .. letter.CopiesTo, .. letter.SignerForm]);
        foreach (var appendix in letter.Appendices)
            Lines(text, [appendix.Word, appendix.Title, appendix.Reference, .. appendix.Body.SelectMany(Words)]);
        return text.ToString();
    }

    private static IEnumerable<string> Words(Block block) =>
        block switch
        {
            Heading heading => ["", heading.Text],
            Paragraph paragraph => [paragraph.Text],
            Caption caption => [$"[{caption.Text}]"],
            Note note => [$"({note.Text})"],
            FigureTable table => table
                .Rows.Prepend(table.Header)
                .Select(row => $"  {row.Mark} | {row.Label} | {row.Value}"),
            DataTable table =>
            [
                "  " + string.Join(" | ", table.Columns.Select(column => column.Title)),
                .. table.Rows.Select(row => "  " + string.Join(" | ", row.Cells)),
            ],
            _ => ["<biểu đồ>"],
        };

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(line.TrimEnd()).Append('\n');
    }
}
