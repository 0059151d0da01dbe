using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class UnreadableFileTests
{
    [Fact]
    public void An_empty_file_is_refused() => Refused([], FaultCodes.EmptyFile);

    [Fact]
    public void More_than_32_MB_are_refused() => Refused(new byte[(32 * 1024 * 1024) + 1], FaultCodes.TooLarge);

    [Theory]
    [InlineData("%PDF-1.7 x")]
    [InlineData("Rar!x")]
    [InlineData("GIF89a")]
    [InlineData("{\\rtf1 Mã hồ sơ}")]
    public void What_is_no_table_is_refused(string content) =>
        Refused(Encoding.UTF8.GetBytes(content), FaultCodes.NotATable);

    [Fact]
    public void XML_entities_are_refused() =>
        Refused(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray(),
            FaultCodes.UnsafeXml
        );

    [Theory]
    [InlineData("EncryptedPackage")]
    [InlineData("\tDRMContent")]
    public void A_workbook_with_a_password_is_refused(string stream) =>
        Refused(ACompoundFile.Of((stream, new byte[5000])), FaultCodes.Encrypted).Message.ShouldContain("mật khẩu");

    [Fact]
    public void An_old_workbook_with_a_password_is_refused()
    {
        var content = new AnOldWorkbook { First = AnOldWorkbook.Record(0x2F, new byte[54]) }.Make(
            new OldSheetSpec([AWorkbook.Header])
        );
        Refused(content, FaultCodes.Encrypted);
    }

    [Theory]
    [InlineData("WordDocument")]
    [InlineData("__properties_version1.0")]
    [InlineData("PowerPoint Document")]
    public void A_letter_a_mail_or_slides_are_no_table(string stream) =>
        Refused(ACompoundFile.Of((stream, new byte[5000])), FaultCodes.NotATable);

    [Theory]
    [InlineData(new byte[] { 0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00, 0x0A, 0x00, 0x00, 0x00 })] // BIFF2
    [InlineData(new byte[] { 0x09, 0x04, 0x06, 0x00, 0x00, 0x04, 0x10, 0x00, 0x00, 0x00 })] // BIFF4
    [InlineData(new byte[] { 0x09, 0x08, 0x08, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00, 0x00, 0x00 })] // of no version
    public void A_workbook_older_than_Excel_5_waits_in_quarantine(byte[] content) =>
        Quarantined(content, FaultCodes.FormatNotSupported).Message.ShouldContain("Excel 5.0");

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    public void An_XML_spreadsheet_of_Excel_2003_waits_in_quarantine(string content) =>
        Quarantined(Encoding.UTF8.GetBytes(content), FaultCodes.FormatNotSupported).Message.ShouldContain("XML");

    [Fact]
    public void Text_in_a_legacy_encoding_waits_in_quarantine() =>
        Quarantined([.. "M"u8, 0xB7, .. " h"u8, 0xE5, .. " s\n"u8], FaultCodes.UnknownEncoding);

    [Fact]
    public void Text_without_a_header_waits_in_quarantine() =>
        Quarantined("một hai ba\nbốn năm sáu\n"u8.ToArray(), FaultCodes.ColumnMissing);

    private static RowFault Refused(byte[] content, string code) => Unread(content, code, Outcome.Refused);

    private static RowFault Quarantined(byte[] content, string code) => Unread(content, code, Outcome.Quarantined);

    private static RowFault Unread(byte[] content, string code, Outcome outcome)
    {
        var reading = AnExport.Read(content);
        reading.Outcome.ShouldBe(outcome);
        reading.IsKept.ShouldBeFalse();
        reading.Unit.ShouldNotBeNull().Id.ShouldBe(AnExport.Code);
        reading.AsOf.ShouldBe(AnExport.AsOf);
        var fault = reading.Fault(code);
        reading.Message.ShouldBe(fault.Message);
        return fault;
    }
}
