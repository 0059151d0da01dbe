using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>A letter's words from top to bottom, for people to read and approve.</summary>
internal static class LetterAsText
{
    public static string Words(this Letter letter)
    {
        var text = new StringBuilder();
        Lines(text, [letter.Superior, .. letter.Issuer, Letter.Country, Letter.Motto]);
        Lines(text, [letter.Number, letter.Subject, letter.PlaceAndDate, "", $"Kính gửi: {letter.Addressees[0]}", ""]);
        foreach (var block in letter.Body)
        {
            if (block is FigureTable table)
                Lines(
                    text,
                    [
                        .. table
                            .Rows.Prepend(table.Header)
                            .Select(row => $"  | {row.Mark, 3} | {row.Label, -42} | {row.Value, 8} |"),
                    ]
                );
            else
                Lines(text, [block is Heading heading ? heading.Text : ((Paragraph)block).Text]);
        }
        Lines(text, [letter.Closing, "", "Nơi nhận:", .. letter.CopiesTo, "", .. letter.SignerForm]);
        return text.ToString();
    }

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(line).Append('\n');
    }
}
