using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>An upload, as a fingerprint remembers who brought a content.</summary>
/// <param name="Unit">Unit id.</param>
/// <param name="Code">The code it was uploaded under.</param>
/// <param name="File">Its name.</param>
public sealed record Bringer(string Unit, string Code, string File)
{
    /// <summary>At one path lies one upload: read again, it may be of another holder of its code.</summary>
    public bool IsSamePathAs(Bringer other) => Code == other.Code && File == other.File;

    /// <summary>As a row has it.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    internal static Bringer Read(StoredRow row) => new(row.Text("Unit"), row.Text("Code"), row.Text("File"));
}

/// <summary>One content under two units: one of the two lists is probably the other's (design.md §8).</summary>
/// <param name="Sha256">Of the content.</param>
/// <param name="First">Who brought it first.</param>
/// <param name="Later">Who brought it, too.</param>
public sealed record Doubt(string Sha256, Bringer First, Bringer Later)
{
    public bool Concerns(string unit) => First.Unit == unit || Later.Unit == unit;
}
