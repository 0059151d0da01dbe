using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>XML as a forward stream, without DTD, entities or anything fetched, and of bounded length.</summary>
internal static class SafeXml
{
    public static XmlReader Open(OpenXmlPart part, IntakeLimits limits) =>
        XmlReader.Create(
            part.GetStream(FileMode.Open, FileAccess.Read),
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

    public static bool IsStart(this XmlReader xml, string name) =>
        xml.NodeType is XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(this XmlReader xml, string name) =>
        xml.NodeType is XmlNodeType.EndElement && xml.LocalName == name;

    public static bool IsText(this XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;
}
