using System.Text;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>XML as a forward stream, without DTD, entities or anything fetched, of bounded length and depth.</summary>
internal static class SafeXml
{
    /// <summary>No part of a workbook that is read goes deeper than a dozen elements.</summary>
    private const int Deepest = 100;

    /// <summary>
    /// UTF-8 whatever the part says of itself: all programs write that, and what was checked as bytes is then what is read.
    /// </summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static XmlReader Open(Stream part, IntakeLimits limits) =>
        XmlReader.Create(
            new StreamReader(part, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 16 * 1024),
            new XmlReaderSettings
            {
                CloseInput = true,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = limits.UnpackedBytes,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
            }
        );

    /// <summary>Reads on: every element that is open costs memory.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (xml.Depth > Deepest)
            throw new XmlException("Elements are nested too deep.");
        return xml.Read();
    }

    public static bool IsStart(this XmlReader xml, string name) =>
        xml.NodeType is XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(this XmlReader xml, string name) =>
        xml.NodeType is XmlNodeType.EndElement && xml.LocalName == name;

    public static bool IsText(this XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;
}
