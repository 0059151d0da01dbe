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

    [Fact]
    public void A_workbook_with_a_password_is_refused()
    {
        byte[] content = [.. Ole, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]];
        Refused(content, FaultCodes.Encrypted).Message.ShouldContain("mật khẩu");
    }

    [Fact]
    public void An_old_workbook_waits_in_quarantine_and_its_sender_is_told() =>
        Quarantined([.. Ole, .. new byte[2048]], FaultCodes.FormatNotSupported).Message.ShouldContain(".xls");

    [Fact]
    public void Text_in_a_legacy_encoding_waits_in_quarantine() =>
        Quarantined([.. "M"u8, 0xB7, .. " h"u8, 0xE5, .. " s\n"u8], FaultCodes.UnknownEncoding);

    [Fact]
    public void Text_without_a_header_waits_in_quarantine() =>
        Quarantined("một hai ba\nbốn năm sáu\n"u8.ToArray(), FaultCodes.ColumnMissing);

    private static byte[] Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

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
