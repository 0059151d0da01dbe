namespace CCHC.Demo;

/// <summary>The parts of a workbook that are the same in every one; style 1 is a date with its time.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static IReadOnlyList<(string Path, string Xml)> All { get; } =
    [
        (
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="{Type}.sharedStrings+xml"/>
            </Types>
            """
        ),
        (
            "_rels/.rels",
            $"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """
        ),
        (
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">
            <sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets>
            </workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/>
            <Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>
            </Relationships>
            """
        ),
        (
            "xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}">
            <fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>
            <fills count="2">
              <fill><patternFill patternType="none"/></fill>
              <fill><patternFill patternType="gray125"/></fill>
            </fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="2">
              <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
              <xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            </cellXfs>
            </styleSheet>
            """
        ),
    ];
}
