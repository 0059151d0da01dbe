using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Draws documents again that are gone or damaged, and names those that can't be, before somebody needs them. Listings
/// tell of most; each is read once a week of nights, as the journal's entries are.
/// </summary>
public sealed class LookAtDocuments(
    LackingDocuments lacking,
    MendDocuments documents,
    ReviewTable reviews,
    Registers registers,
    RestoreMark restored,
    DamageMarks marks,
    TimeProvider time
)
{
    /// <summary>All periods'.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var turn = LookAtJournal.Turn(time);
        var standing = new HashSet<string>(StringComparer.Ordinal);
        var failures = await InTurn.TryEachAsync(
            await ReviewsAsync(cancellation),
            async frozen =>
            {
                var found = await lacking.FindAsync(frozen, at => at % LookAtJournal.Turns == turn, cancellation);
                foreach (var damage in await MendAsync(found, cancellation))
                    standing.Add(damage.Place);
            }
        );
        InTurn.Throw(failures);
        foreach (var damage in (await marks.ListAsync(cancellation)).Where(MendDocuments.IsOf))
        {
            // One that only its reader could tell of stands until it is its turn, or read again.
            if (!standing.Contains(damage.Place) && !await documents.IsDamagedAsync(damage, cancellation))
                await marks.ClearAsync(damage.Place, cancellation);
        }
    }

    /// <summary>One period's, for whoever is about to hand them out.</summary>
    /// <returns>What can't be drawn again.</returns>
    public async Task<IReadOnlyList<Damage>> LookAsync(Period period, CancellationToken cancellation)
    {
        var frozen = await reviews.ListAsync(period, (await registers.GetAsync(cancellation)).Units, cancellation);
        return await MendAsync(await lacking.FindAsync(frozen, _ => false, cancellation), cancellation);
    }

    /// <summary>What is not as it was written, and issued letters that are gone; nothing is changed.</summary>
    public async Task<IReadOnlyList<Damage>> FindAsync(CancellationToken cancellation)
    {
        var found = new List<LackingDocument>();
        foreach (var frozen in await ReviewsAsync(cancellation))
            found.AddRange(await lacking.FindAsync(frozen, _ => false, cancellation));
        return
        [
            .. found
                // A draft or a report that isn't there may be about to be written.
                .Where(one => one.IsThere || Paths.DocumentOf(one.Container, one.Path) is (DocumentPlace.Issued, _, _))
                .Select(one => new Damage(
                    $"{one.Container}/{one.Path}",
                    MendDocuments.Words + "; cchc health soạn lại"
                )),
        ];
    }

    /// <summary>None of a store that is being restored.</summary>
    private async Task<IReadOnlyList<FrozenRows>> ReviewsAsync(CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        return units.All.Count == 0 || await restored.IsHalfRestoredAsync(cancellation)
            ? []
            : await reviews.ListAllAsync(units, cancellation);
    }

    private async Task<IReadOnlyList<Damage>> MendAsync(
        IReadOnlyList<LackingDocument> found,
        CancellationToken cancellation
    )
    {
        var damages = new List<Damage>();
        await InTurn.ForEachAsync(
            found.GroupBy(one => Paths.DocumentOf(one.Container, one.Path)),
            async together =>
            {
                string[] paths = [.. together.Select(one => one.Path)];
                damages.AddRange(await documents.MendAsync(together.First().Container, paths, cancellation));
            }
        );
        return damages;
    }
}
