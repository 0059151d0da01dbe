using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Serving;

/// <summary>Makes of stored receipts what people read. Only the receipts are stored: one fact, one blob.</summary>
internal sealed class ReceiptForms(ReceiptStore receipts, ChecklistReceipts checklists, OutFolder folder)
{
    /// <summary>Whether a name stands for other receipts than those of a unit's code.</summary>
    public static bool IsOther(string code) => code is Paths.ImpossiblePaths or StoredNames.Checklists;

    /// <summary>Writes one upload's forms, or those of all under a code.</summary>
    /// <returns>The files written, sorted.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(string code, string? file, CancellationToken cancellation)
    {
        var written = new List<string>();
        if (code == StoredNames.Checklists)
        {
            foreach (var name in file is null ? await checklists.FilesAsync(cancellation) : [file])
            {
                if (await checklists.FindAsync(name, cancellation) is { } receipt)
                    await WriteAsync([code, receipt.File], ".html", Utf8(ChecklistReceiptPage.Write(receipt)));
            }
        }
        else
        {
            foreach (var path in await PathsAsync(code, file, cancellation))
            {
                if (await receipts.FindAsync(path, cancellation) is var (receipt, _))
                    await WriteAllAsync(code, receipt);
            }
        }
        written.Sort(StringComparer.Ordinal);
        return written;

        async Task WriteAllAsync(string code, Receipt receipt)
        {
            string[] parts = [code, receipt.File];
            await WriteAsync(parts, ".html", ReceiptPage.Of(receipt));
            if (receipt.Faults.Count + receipt.Warnings.Count == 0)
                return;
            await WriteAsync(parts, ".faults.csv", FaultsCsv.Of(receipt));
            await WriteAsync(parts, ".faults.xlsx", FaultsBook.Of(receipt));
        }

        async Task WriteAsync(string[] parts, string extension, byte[] content)
        {
            var path = folder.At(parts, extension);
            await File.WriteAllBytesAsync(path, content, cancellation);
            written.Add(path);
        }
    }

    private async Task<IEnumerable<string>> PathsAsync(string code, string? file, CancellationToken cancellation)
    {
        if (file is null)
            return (await receipts.SummariesAsync(Paths.ReceiptsOf(code), cancellation)).Keys;
        // Terminals may spell a name otherwise than the uploads do.
        IEnumerable<string> spellings = [file, file.Normalize()];
        return spellings
            .Distinct(StringComparer.Ordinal)
            .Select(name => Paths.ReceiptOf(code == Paths.ImpossiblePaths ? name : Paths.Export(code, name)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
