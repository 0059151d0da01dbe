namespace CCHC.Pipeline.Notices;

/// <summary>The elements of an official letter and their looks, in the order of the page (NĐ 30/2020, annex I).</summary>
internal static class Formats
{
    public static readonly ParagraphFormat Superior = new(13, Align.Center);
    public static readonly ParagraphFormat Issuer = new(13, Align.Center, bold: true);
    public static readonly ParagraphFormat Country = new(13, Align.Center, bold: true);
    public static readonly ParagraphFormat Motto = new(14, Align.Center, bold: true);
    public static readonly ParagraphFormat Number = new(13, Align.Center, before: 6);
    public static readonly ParagraphFormat Subject = new(12, Align.Center, before: 6, left: 170, right: 170);
    public static readonly ParagraphFormat PlaceAndDate = new(14, Align.Center, italic: true, before: 6);
    public static readonly ParagraphFormat Addressee = new(14, Align.Center, before: 18, after: 12);

    /// <summary>"Kính gửi:" above several addressees, and they under its colon.</summary>
    public static readonly ParagraphFormat AddresseesWord = new(14, Align.Left, before: 18, left: 1700);
    public static readonly ParagraphFormat AddresseeLine = new(14, Align.Left, left: 2880, firstLine: -160);
    public static readonly ParagraphFormat AfterAddressees = new(12, Align.Left);

    public static readonly ParagraphFormat ReportWord = new(14, Align.Center, bold: true, before: 18);
    public static readonly ParagraphFormat ReportTitle = new(14, Align.Center, bold: true, left: 567, right: 567);
    public static readonly ParagraphFormat AfterTitle = new(6, Align.Left);

    public static readonly ParagraphFormat AppendixWord = new(14, Align.Center, bold: true);
    public static readonly ParagraphFormat AppendixTitle = new(14, Align.Center, bold: true);
    public static readonly ParagraphFormat AppendixReference = new(14, Align.Center, italic: true, after: 12);

    public static readonly ParagraphFormat SubHeading = new(
        14,
        Align.Both,
        bold: true,
        italic: true,
        after: 6,
        firstLine: PageLayout.FirstLine,
        body: true,
        keepNext: true
    );

    public static readonly ParagraphFormat Heading = new(
        14,
        Align.Both,
        bold: true,
        after: 6,
        firstLine: PageLayout.FirstLine,
        body: true,
        keepNext: true
    );

    public static readonly ParagraphFormat Body = new(
        14,
        Align.Both,
        after: 6,
        firstLine: PageLayout.FirstLine,
        body: true
    );

    /// <summary>Stays with what comes next: a table's introduction, the closing above the signature.</summary>
    public static readonly ParagraphFormat BodyKept = new(
        14,
        Align.Both,
        after: 6,
        firstLine: PageLayout.FirstLine,
        body: true,
        keepNext: true
    );

    public static readonly ParagraphFormat Caption = new(
        13,
        Align.Center,
        bold: true,
        before: 6,
        after: 4,
        keepNext: true
    );

    public static readonly ParagraphFormat Note = new(12, Align.Both, italic: true, after: 6);

    private static readonly ParagraphFormat[] PlainCells =
    [
        new(12, Align.Left, before: 1, after: 1),
        new(12, Align.Center, before: 1, after: 1),
        new(12, Align.Right, before: 1, after: 1),
    ];

    private static readonly ParagraphFormat[] BoldCells =
    [
        new(12, Align.Left, bold: true, before: 1, after: 1),
        new(12, Align.Center, bold: true, before: 1, after: 1),
        new(12, Align.Right, bold: true, before: 1, after: 1),
    ];

    public static ParagraphFormat Cell(ColumnAlign align, bool bold) => (bold ? BoldCells : PlainCells)[(int)align];

    public static readonly ParagraphFormat DataTitle = new(12, Align.Center, bold: true, before: 1, after: 1);
    public static readonly ParagraphFormat ColumnTitle = new(13, Align.Center, bold: true, before: 1, after: 1);
    public static readonly ParagraphFormat Mark = new(13, Align.Center, before: 1, after: 1);
    public static readonly ParagraphFormat Sum = new(13, Align.Left, bold: true, before: 1, after: 1);
    public static readonly ParagraphFormat Part = new(13, Align.Left, before: 1, after: 1, left: 284);
    public static readonly ParagraphFormat SumValue = new(13, Align.Right, bold: true, before: 1, after: 1);
    public static readonly ParagraphFormat PartValue = new(13, Align.Right, before: 1, after: 1);
    public static readonly ParagraphFormat AfterTable = new(6, Align.Left);

    public static readonly ParagraphFormat CopiesWord = new(12, Align.Left, bold: true, italic: true, before: 6);
    public static readonly ParagraphFormat Copy = new(11, Align.Left);
    public static readonly ParagraphFormat SignerForm = new(14, Align.Center, bold: true);

    /// <summary>The signer's name, blank until then, below the room for signature and seal.</summary>
    public static readonly ParagraphFormat SignerName = new(14, Align.Center, bold: true, before: 84);
}
