using System.Security.Cryptography;
using System.Text;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Review;

/// <summary>The journal entries that a unit's frozen figures rest on: their sorted names, one a line.</summary>
public sealed record FrozenJournal(int Entries, string Sha256, byte[] Lines)
{
    public static FrozenJournal Of(UnitLedger ledger)
    {
        var names = ledger
            .Uploads.Values.Select(upload => upload.JournalPath(ledger.Unit))
            .Order(StringComparer.Ordinal)
            .ToList();
        var lines = Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + "\n")));
        return new(names.Count, Convert.ToHexStringLower(SHA256.HashData(lines)), lines);
    }
}
