using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace CCHC.Demo;

/// <summary>What is typed into one line of the template.</summary>
public sealed record TypedAnswer(string Result, string Day, string Evidence);

/// <summary>Types answers into the real template, as staff do in a spreadsheet; the same answers give the same bytes.</summary>
public static class FilledTemplate
{
    private const string Form = "xl/worksheets/sheet1.xml";

    // The first day the ZIP format can express.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XNamespace Main = XlsxParts.Main;

    /// <summary>Fills in the lines that have an answer; others stay blank.</summary>
    /// <param name="template">As the pipeline writes it.</param>
    /// <param name="answers">By unit and criterion.</param>
    public static byte[] Fill(
        byte[] template,
        IReadOnlyDictionary<(string Unit, string Criterion), TypedAnswer> answers
    )
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(Form) ?? throw new InvalidDataException($"the template has no {Form}");
            XDocument sheet;
            using (var stream = entry.Open())
                sheet = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
            foreach (var row in sheet.Descendants(Main + "row"))
                Fill(row, answers);
            entry.Delete();
            var filled = zip.CreateEntry(Form, CompressionLevel.Fastest);
            filled.LastWriteTime = NoTime;
            using var written = filled.Open();
            sheet.Save(written, SaveOptions.DisableFormatting);
        }
        return file.ToArray();
    }

    private static void Fill(XElement row, IReadOnlyDictionary<(string Unit, string Criterion), TypedAnswer> answers)
    {
        var cells = row.Elements(Main + "c").ToDictionary(cell => cell.Attribute("r")!.Value[..1]);
        if (
            !cells.TryGetValue("B", out var unit)
            || !cells.TryGetValue("D", out var criterion)
            || !answers.TryGetValue((unit.Value, criterion.Value), out var answer)
        )
            return;
        Type(cells["G"], answer.Result);
        Type(cells["H"], answer.Day);
        Type(cells["I"], answer.Evidence);
    }

    private static void Type(XElement cell, string text)
    {
        if (text.Length == 0)
            return;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            cell.Add(new XElement(Main + "v", text));
            return;
        }
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(Main + "is", new XElement(Main + "t", text)));
    }
}
