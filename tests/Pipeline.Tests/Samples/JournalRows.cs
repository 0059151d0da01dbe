using System.IO.Compression;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Tests.Samples;

/// <summary>The dossiers of a journal entry as it stores them: all lines below the one about the upload.</summary>
internal static class JournalRows
{
    public static string Of(ExportReading reading) => Of(JournalCodec.Write(JournalEntry.Of(reading)));

    public static string Of(byte[] journal)
    {
        using var zip = new GZipStream(new MemoryStream(journal), CompressionMode.Decompress);
        using var text = new StreamReader(zip);
        text.ReadLine();
        return text.ReadToEnd();
    }
}
