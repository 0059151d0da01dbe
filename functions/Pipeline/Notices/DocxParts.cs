using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>The parts of a DOCX that are the same for every letter, in the order of the package.</summary>
internal static class DocxParts
{
    public const string HeaderId = "rId3";

    public static IReadOnlyList<(string Name, byte[] Content)> All { get; } =
    [
        ("[Content_Types].xml", ContentTypes.ToArray()),
        ("_rels/.rels", PackageRelations.ToArray()),
        ("word/_rels/document.xml.rels", DocumentRelations.ToArray()),
        ("word/styles.xml", Styles.ToArray()),
        ("word/settings.xml", Settings.ToArray()),
        ("word/header1.xml", PageNumber.ToArray()),
    ];

    /// <summary>Those parts and the ones that drawings bring along, which the package must be told of.</summary>
    public static IEnumerable<(string Name, byte[] Content)> With(IReadOnlyList<Drawing> drawings)
    {
        if (drawings.Count == 0)
            return All;
        var parts = drawings.SelectMany(drawing => drawing.Parts).ToList();
        var types = parts
            .Where(part => part.ContentType.Length > 0)
            .Select(part => $"<Override PartName=\"/{part.Name}\" ContentType=\"{part.ContentType}\"/>\n");
        var relations = drawings
            .SelectMany(drawing => drawing.Relations)
            .Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>\n");
        return All.Select(part =>
                part.Name switch
                {
                    "[Content_Types].xml" => (part.Name, Before(part.Content, "</Types>", types)),
                    "word/_rels/document.xml.rels" => (part.Name, Before(part.Content, "</Relationships>", relations)),
                    _ => part,
                }
            )
            .Concat(parts.Select(part => (part.Name, part.Content)));
    }

    private static byte[] Before(byte[] content, string end, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(content).Replace(end, string.Concat(lines) + end, StringComparison.Ordinal)
        );

    private static ReadOnlySpan<byte> ContentTypes =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
        <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
        <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
        </Types>
        """u8;

    private static ReadOnlySpan<byte> PackageRelations =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """u8;

    private static ReadOnlySpan<byte> DocumentRelations =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
        <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>
        </Relationships>
        """u8;

    // Times New Roman, black, 14 points wherever nothing else is said (NĐ 30/2020, annex I).
    private static ReadOnlySpan<byte> Styles =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
        <w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
        </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
        </w:styles>
        """u8;

    // Compatibility mode 15: Word lays the page out by today's rules.
    private static ReadOnlySpan<byte> Settings =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
        </w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>
        """u8;

    private static ReadOnlySpan<byte> PageNumber =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>
        <w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>
        </w:pPr><w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
        <w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>
        <w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:t>2</w:t></w:r>
        <w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
        """u8;
}
