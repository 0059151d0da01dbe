using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>What stands above a document's text: who issues it, number, place, and whom it is for.</summary>
internal static class HeadXml
{
    public static void Write(StringBuilder xml, Letter letter)
    {
        Letterhead(xml, letter);
        if (letter.Kind is DocumentKind.Report)
            Title(xml, letter);
        Addressees(xml, letter);
    }

    private static void Letterhead(StringBuilder xml, Letter letter)
    {
        xml.OpenTable(borders: false, PageLayout.HeadLeft, PageLayout.HeadRight);
        xml.OpenRow().OpenCell(PageLayout.HeadLeft);
        if (letter.Superior.Length > 0)
            xml.Paragraph(Formats.Superior, letter.Superior);
        foreach (var line in letter.Issuer)
            xml.Paragraph(Formats.Issuer, line);
        // Between a third and a half of the text's length.
        xml.Line(Math.Min(TimesBold.Twips(letter.Issuer[^1], 13), PageLayout.HeadLeft) * 2 / 5, PageLayout.HeadLeft);
        xml.CloseCell().OpenCell(PageLayout.HeadRight);
        xml.Paragraph(Formats.Country, Letter.Country).Paragraph(Formats.Motto, Letter.Motto);
        xml.Line(TimesBold.Twips(Letter.Motto, 14), PageLayout.HeadRight).CloseCell().CloseRow();

        xml.OpenRow().OpenCell(PageLayout.HeadLeft);
        xml.Paragraph(Formats.Number, letter.Number);
        if (letter.Kind is DocumentKind.OfficialLetter)
            xml.Paragraph(Formats.Subject, letter.Subject);
        xml.CloseCell().OpenCell(PageLayout.HeadRight);
        xml.Paragraph(Formats.PlaceAndDate, letter.PlaceAndDate).CloseCell().CloseRow().CloseTable();
    }

    private static void Title(StringBuilder xml, Letter letter)
    {
        xml.Paragraph(Formats.ReportWord, Letter.ReportWord).Paragraph(Formats.ReportTitle, letter.Subject);
        // Between a third and a half of the text's length, as far as it fits one line.
        xml.Line(Math.Min(TimesBold.Twips(letter.Subject, 14), PageLayout.Text) * 2 / 5, PageLayout.Text);
        xml.Paragraph(Formats.AfterTitle, "");
    }

    private static void Addressees(StringBuilder xml, Letter letter)
    {
        if (letter.Addressees is [])
            return;
        if (letter.Addressees is [var only])
        {
            xml.Paragraph(Formats.Addressee, $"Kính gửi: {only}");
            return;
        }
        xml.Paragraph(Formats.AddresseesWord, "Kính gửi:");
        foreach (var line in letter.AddresseeLines)
            xml.Paragraph(Formats.AddresseeLine, line);
        xml.Paragraph(Formats.AfterAddressees, "");
    }
}
