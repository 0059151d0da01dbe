using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Where the forms of one receipt lie.</summary>
/// <param name="Json">The receipt itself, which alone says "done".</param>
/// <param name="Page">The same for people.</param>
/// <param name="Faults">Faults and warnings as a table; null where there never are any.</param>
public sealed record ReceiptPaths(string Json, string Page, string? Faults)
{
    public static ReceiptPaths Of(string code, string file) =>
        new(Paths.Receipt(code, file), Paths.ReceiptPage(code, file), Paths.Faults(code, file));

    /// <summary>Of an upload whose path is not "{code}/{file}".</summary>
    public static ReceiptPaths OfImpossiblePath(string name) =>
        new(Paths.ReceiptOfImpossiblePath(name), Paths.ReceiptPageOfImpossiblePath(name), null);
}
