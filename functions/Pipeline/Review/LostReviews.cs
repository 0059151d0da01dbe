using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Rows of a review that are gone although something else says that there were some.</summary>
internal sealed class LostReviews(ReviewNotes notes, DamageMarks marks)
{
    private const string Lost = "dòng này đã mất; phục hồi dòng này từ bản sao lưu";
    private const string LostBesideLetter =
        "dòng này đã mất, văn bản của đơn vị trong kỳ vẫn còn, không đánh giá lại; phục hồi dòng này từ bản sao lưu";
    private const string LostOfNobody =
        "có ít dòng đơn vị hơn khi chốt, các đơn vị đó cũng không còn trong danh sách; phục hồi từ bản sao lưu";

    /// <summary>The same rows, and among their damages what is lost.</summary>
    public async Task<FrozenRows> FindAsync(FrozenRows rows, UnitRegister units, CancellationToken cancellation)
    {
        if (rows.State is FrozenState.Done && Told(rows, units) >= rows.Frozen)
            return rows;
        try
        {
            var note = await notes.FindAsync(rows.Period.Name, cancellation);
            if (rows.State is FrozenState.NotDone)
                return note is null
                    ? await BesideLettersAsync(rows, cancellation)
                    : await NotedAsync(
                        rows with
                        {
                            State = FrozenState.Done,
                            LacksLast = true,
                            End = note.End,
                        },
                        note.Ids!,
                        cancellation
                    );
            return note is null
                ? await MarkedAsync(rows, Guessed(rows, units), cancellation)
                : await NotedAsync(rows, note.Ids!, cancellation);
        }
        catch (UnreadableException unreadable)
        {
            return rows.State is FrozenState.NotDone
                ? await MarkedAsync(rows with { State = FrozenState.Unknown }, [unreadable.Damage], cancellation)
                : await MarkedAsync(rows, Guessed(rows, units), cancellation);
        }
    }

    private static int Told(FrozenRows rows, UnitRegister units) =>
        rows.Units.Count + rows.Damages.Count(damage => units.Find(FrozenRows.KeyOf(damage)) is not null);

    private Task<FrozenRows> NotedAsync(FrozenRows rows, IEnumerable<string> ids, CancellationToken cancellation) =>
        MarkedAsync(rows, Missing(rows, ids, Lost), cancellation);

    /// <summary>Whether it was finished nobody can tell; that it had begun its letters do, and it is not begun anew.</summary>
    private async Task<FrozenRows> BesideLettersAsync(FrozenRows rows, CancellationToken cancellation)
    {
        var letters = await notes.UnitsWithLettersAsync(rows.Period.Name, cancellation);
        var lost = Missing(rows, letters, LostBesideLetter);
        return lost.Count == 0
            ? rows
            : await MarkedAsync(rows with { State = FrozenState.Unknown }, lost, cancellation);
    }

    private static List<Damage> Missing(FrozenRows rows, IEnumerable<string> ids, string words)
    {
        var known = rows.ById;
        return
        [
            .. ids.Where(id => !known.ContainsKey(id) && rows.DamageOf(id) is null)
                .Order(StringComparer.Ordinal)
                .Select(id => new Damage(ReviewTable.PlaceOf(rows.Period.Name, id), words)),
        ];
    }

    /// <summary>Without a note, of an earlier program: whose are missing can only be those that have none.</summary>
    private static List<Damage> Guessed(FrozenRows rows, UnitRegister units)
    {
        if (rows.State is not FrozenState.Done)
            return [];
        var listed = units.ValidOn(rows.Period.To).Concat(units.EndedIn(rows.Period)).Select(unit => unit.Id);
        var lost = Missing(rows, listed, Lost);
        // Neither a row nor a unit is left of some: nobody can say whose they were.
        if (lost.Count + rows.Damages.Count == 0)
            lost.Add(new(ReviewTable.PlaceOf(rows.Period.Name, Keys.ReviewDone), LostOfNobody));
        return lost;
    }

    private async Task<FrozenRows> MarkedAsync(
        FrozenRows rows,
        IReadOnlyList<Damage> lost,
        CancellationToken cancellation
    )
    {
        foreach (var damage in lost)
            await marks.SetAsync(damage, cancellation);
        return rows with { Damages = [.. rows.Damages, .. lost] };
    }
}
