namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Reads the part of a package that holds the shared texts.</summary>
internal static class SharedTextsPart
{
    public static SharedTexts Read(Package package, string? part, IntakeLimits limits)
    {
        var shared = new SharedTexts(limits);
        if (part is null)
            return shared;
        using var xml = package.OpenXml(part, limits);
        var text = new TextBuffer();
        while (xml.Next())
        {
            if (!xml.IsStart("si"))
                continue;
            text.Clear();
            RichText.Read(xml, "si", text);
            shared.Add(text.Chars.AsSpan(0, text.Length));
        }
        return shared;
    }
}
