using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// The compact form of dossiers: sorted by code and front-coded, days relative to the received day, stamps as numbers
/// into a table. Canonical: equal states give equal bytes.
/// </summary>
public static class DossierCodec
{
    public static void Write(ByteWriter to, IEnumerable<Dossier> dossiers)
    {
        var sorted = dossiers.OrderBy(dossier => dossier.Code, StringComparer.Ordinal).ToList();
        var stamps = new SortedSet<Stamp>(sorted.SelectMany(StampsOf)).ToList();
        var fields = new SortedSet<string>(
            sorted.Where(dossier => dossier.Field.IsKnown).Select(dossier => dossier.Field.Value.Text),
            StringComparer.Ordinal
        );
        var procedures = new SortedSet<string>(
            sorted.Where(dossier => dossier.Procedure.IsKnown).Select(dossier => dossier.Procedure.Value.Suffix),
            StringComparer.Ordinal
        );
        StampTable(to, stamps);
        TextTable(to, fields);
        TextTable(to, procedures);
        to.Unsigned((ulong)sorted.Count);
        var writer = new DossierWriter(to, Numbered(stamps), Numbered(fields), Numbered(procedures));
        foreach (var dossier in sorted)
            writer.Write(dossier);
    }

    public static IEnumerable<Dossier> Read(ByteReader from, RowNames names)
    {
        var stamps = new Stamp[from.Count()];
        for (var i = 0; i < stamps.Length; i++)
            stamps[i] = StampCodec.Read(from);
        var fields = new FieldName[from.Count()];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = names.Field(from.Text());
        var procedures = new Row[from.Count()];
        for (var i = 0; i < procedures.Length; i++)
            procedures[i] = names.Of(from.Text());
        var reader = new DossierReader(from, stamps, fields, procedures);
        for (var left = from.Count(); left > 0; left--)
            yield return reader.Read();
    }

    private static IEnumerable<Stamp> StampsOf(Dossier d) =>
        new[]
        {
            d.Received.At,
            d.Due.At,
            d.FirstDue.At,
            d.Finished.At,
            d.Returned.At,
            d.Status.At,
            d.Channel.Known.At,
            d.ReturnChannel.Known.At,
            d.Level.At,
            d.Digitised.At,
            d.PaidOnline.At,
            d.Field.At,
            d.Procedure.At,
        }.OfType<Stamp>();

    private static void StampTable(ByteWriter to, List<Stamp> stamps)
    {
        to.Unsigned((ulong)stamps.Count);
        foreach (var stamp in stamps)
            StampCodec.Write(to, stamp);
    }

    private static void TextTable(ByteWriter to, SortedSet<string> texts)
    {
        to.Unsigned((ulong)texts.Count);
        foreach (var text in texts)
            to.Text(text);
    }

    private static Dictionary<T, int> Numbered<T>(IEnumerable<T> values)
        where T : notnull => values.Index().ToDictionary(at => at.Item, at => at.Index);
}

/// <summary>The compact form of a stamp.</summary>
public static class StampCodec
{
    public static void Write(ByteWriter to, Stamp stamp)
    {
        to.Day(stamp.AsOf);
        to.Unsigned((ulong)stamp.UploadedAt);
        to.Fixed(stamp.Sha);
    }

    public static Stamp Read(ByteReader from) => new(from.Day(), (long)from.Unsigned(), from.Fixed());
}
