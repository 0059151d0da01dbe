using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>A document that is gone, or not what was written.</summary>
/// <param name="Container">Where it should lie.</param>
/// <param name="Path">Its name there.</param>
/// <param name="IsThere">False: it is gone.</param>
public sealed record LackingDocument(string Container, string Path, bool IsThere);

/// <summary>A period's documents as its listings tell, and what its review and the records of its letters say there must be.</summary>
public sealed class LackingDocuments(Documents documents, IssuedNotices issued)
{
    /// <summary>What is gone or damaged.</summary>
    /// <param name="frozen">The period's review.</param>
    /// <param name="isRead">Which of those that look sound are read as well, by their place in the listing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<LackingDocument>> FindAsync(
        FrozenRows frozen,
        Func<int, bool> isRead,
        CancellationToken cancellation
    )
    {
        var period = frozen.Period.Name;
        // The records first: a letter's documents are written after it.
        var (recorded, _) = await issued.ListAsync(Paths.NoticesOf(period), cancellation);
        var letters = Drafts(frozen)
            .Concat(
                recorded.SelectMany(letter =>
                    (string[])[Paths.IssuedDocx(period, letter.Item2), Paths.IssuedHtml(period, letter.Item2)]
                )
            );
        return
        [
            .. await FindAsync(StoredNames.Notices, Paths.NoticesOf(period), letters, isRead, cancellation),
            .. await FindAsync(StoredNames.Reports, Paths.ReportsOf(period), Reports(frozen), isRead, cancellation),
        ];
    }

    private static IEnumerable<string> Drafts(FrozenRows frozen) =>
        frozen.State is FrozenState.Done
            ? frozen
                .Units.Where(unit => unit.NeedsNotice)
                .SelectMany(unit =>
                    (string[])
                        [
                            Paths.NoticeDocx(frozen.Period.Name, unit.Unit.Id),
                            Paths.NoticeHtml(frozen.Period.Name, unit.Unit.Id),
                        ]
                )
            : [];

    private static IEnumerable<string> Reports(FrozenRows frozen) =>
        frozen is { State: FrozenState.Done, IsWhole: true } ? Paths.AllReports(frozen.Period.Name) : [];

    private async Task<IReadOnlyList<LackingDocument>> FindAsync(
        string container,
        string prefix,
        IEnumerable<string> expected,
        Func<int, bool> isRead,
        CancellationToken cancellation
    )
    {
        var listed = await documents.ListAsync(
            container,
            prefix,
            withFolders: container == StoredNames.Notices,
            cancellation
        );
        var ours = listed.Names.Where(name => Paths.DocumentOf(container, name) is not null).ToList();
        var lacking = expected
            .Concat(ours)
            .Concat(ours.SelectMany(Companions))
            .Where(name => !listed.IsSound(name))
            .ToHashSet(StringComparer.Ordinal);
        var read = ours.Where((name, at) => isRead(at) && !lacking.Contains(name) && listed.HasMark(name));
        foreach (var name in read.ToList())
        {
            if ((await documents.ReadAsync(container, name, cancellation)).Content is null)
                lacking.Add(name);
        }
        return
        [
            .. lacking
                .Order(StringComparer.Ordinal)
                .Select(name => new LackingDocument(container, name, listed.IsThere(name))),
        ];
    }

    /// <summary>A letter's word file and its page are written together.</summary>
    private static IEnumerable<string> Companions(string name) =>
        Paths.DocumentOf(StoredNames.Notices, name) is (DocumentPlace.Correction, var period, var unit)
            ? [Paths.CorrectionDocx(period, unit), Paths.CorrectionHtml(period, unit)]
            : [];
}
