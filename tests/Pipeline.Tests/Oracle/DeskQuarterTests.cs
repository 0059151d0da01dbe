using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The generator gives every rule its turn: a rule that never comes up would be proved by nothing.</summary>
public class DeskQuarterTests
{
    private const int Quarters = 300;

    /// <summary>A situation that a rule speaks of, and whether a quarter holds it.</summary>
    private static readonly Dictionary<string, Func<Scene, bool>> Situations = new()
    {
        ["two desks"] = s => s.Desks.Count(desk => desk.AsOf is not null) == 2,
        ["a unit that took over a code"] = s => s.Desks.Any(d => d.Unit.Length > 5 && d.Dossiers.Count > 0),
        ["calendar scheme"] = s => !s.Quarter.Statutory,
        ["two uploads of one as-of"] = s => s.Pairs.Any(p => p.A.AsOf == p.B.AsOf),
        ["two uploads of one instant"] = s =>
            s.Pairs.Any(p => p.A.AsOf == p.B.AsOf && p.A.UploadedAt == p.B.UploadedAt && p.A.Sha256 != p.B.Sha256),
        ["same content twice for one day"] = s => s.Pairs.Any(p => p.A.AsOf == p.B.AsOf && p.A.Sha256 == p.B.Sha256),
        ["same content for another day"] = s => s.Pairs.Any(p => p.A.AsOf != p.B.AsOf && p.A.Sha256 == p.B.Sha256),
        ["late upload"] = s => s.Pairs.Any(p => p.A.AsOf < p.B.AsOf && p.A.UploadedAt > p.B.UploadedAt),
        ["quiet day"] = s => s.Quarter.Uploads.Any(u => u.Lines.Count == 0),
        ["lines of one dossier twice in an upload"] = s =>
            s.Quarter.Uploads.Any(u => u.Lines.DistinctBy(line => line.Code).Count() < u.Lines.Count),
        ["days after the as-of"] = s =>
            s.Quarter.Uploads.Any(u => u.Lines.Any(line => line.Received > u.AsOf || line.Finished > u.AsOf)),
        ["uploads after the quarter's end"] = s => s.Quarter.Uploads.Any(u => u.AsOf > s.Span.To),
        ["three years of exports"] = s =>
            s.Desks.Any(d => d.ExportDays.Any() && d.ExportDays.Max().DayNumber - d.ExportDays.Min().DayNumber > 700),
        ["an old dossier touched late"] = s =>
            s.Quarter.Uploads.Any(u => u.Lines.Any(line => u.AsOf.DayNumber - line.Received.DayNumber > 300)),
        ["one slug spelt in two ways"] = s =>
            s.Lines.Select(line => line.Field)
                .OfType<string>()
                .Distinct()
                .GroupBy(NaiveSlug.Of)
                .Any(g => g.Count() > 1),
        ["an upload processed twice"] = s => s.Quarter.Batches().Sum(b => b.Count) > s.Quarter.Uploads.Count,
        ["received day corrected"] = s =>
            s.Desks.Any(d =>
                s.LinesOf(d).GroupBy(line => line.Code).Any(g => g.DistinctBy(l => l.Received).Count() > 1)
            ),
        ["carried over"] = s => s.Has(Count.CarriedOver),
        ["early"] = s => s.Has(Count.Early),
        ["on time"] = s => s.Dossiers.Any(d => d.Finished is not null && d.Finished == d.Due && !d.IsWithdrawn),
        ["overdue"] = s => s.Has(Count.Overdue),
        ["withdrawn"] = s => s.Has(Count.Withdrawn),
        ["withdrawn after its due day"] = s => s.Dossiers.Any(d => d.IsWithdrawn && d.Finished > d.Due),
        ["finished without a due day"] = s => s.Dossiers.Any(d => d.Finished is not null && d.Due is null),
        ["finished and no due column ever"] = s => s.Has(Count.FinishedUnknownDue),
        ["open and no due column ever"] = s => s.Has(Count.OpenUnknownDue),
        ["extended"] = s => s.Has(Count.Extended),
        ["due day brought forward"] = s => s.Dossiers.Any(d => d.Due < d.FirstDue),
        ["open and overdue"] = s => s.Has(Count.OpenOverdue),
        ["overdue but standing still"] = s =>
            s.Dossiers.Any(d => d.StandsStill && d.Due < s.Span.To && d.Received < s.Span.To),
        ["receiving"] = s => s.Dossiers.Any(d => d.PresentStatus is Status.Receiving),
        ["denied"] = s => s.Dossiers.Any(d => d.PresentStatus is Status.Denied),
        ["a date overrules an open status"] = s =>
            s.Overrules(Status.New, Status.Processing, Status.Waiting, Status.Paying, Status.Unresolved),
        ["a date overrules receiving"] = s => s.Overrules(Status.Receiving),
        ["a date overrules denied"] = s => s.Overrules(Status.Denied),
        ["withdrawn stays withdrawn under a later date"] = s => s.Dossiers.Any(d => d.IsWithdrawn && d.DateDecides),
        ["dates under an open status"] = s => s.Dossiers.Any(d => d.HasUncountedDate),
        ["reopened"] = s => s.Dossiers.Any(d => !d.IsClosed && d.EarliestClosed is not null),
        ["closed again on an old date"] = s => s.Dossiers.Any(d => d.IsClosed && d.Finished < d.EarliestClosed),
        ["no status ever known"] = s => s.Dossiers.Any(d => d.WrittenStatus is null && d.IsClosed),
        ["finished day inferred from an as-of"] = s => s.Dossiers.Any(d => d.FinishedIsInferred),
        ["finished day raised to the received one"] = s => s.Dossiers.Any(d => d.UnclampedFinished < d.Received),
        ["returned before received"] = s => s.Dossiers.Any(d => d.Returned < d.Received),
        ["unknown channel"] = s => s.Has(Count.ReceivedUnknownChannel),
        ["blank channel"] = s => s.Has(Count.ReceivedInPerson) && s.Lines.Any(line => line.Channel is Channel.Blank),
        ["unknown channel of return"] = s => s.Has(Count.ReturnedUnknownChannel),
        ["eligible of unknown channel"] = s => s.Has(Count.ReceivedEligibleUnknownChannel),
        ["online of level 3"] = s => s.Has(Count.ReceivedOnlineLevel3),
        ["a level nobody knows"] = s => s.Lines.Any(line => line.OddWords && line.Level is null),
        ["10 days missing is enough"] = s =>
            s.Reviews.Any(r => r.Coverage is { IsEnough: true, MissingDays.Count: 10 }),
        ["11 days missing is not"] = s => s.Reviews.Any(r => r.Coverage is { IsEnough: false, MissingDays.Count: 11 }),
        ["a covered quarter below"] = s => s.Verdicts.Contains(Verdict.Below),
        ["a covered quarter met"] = s => s.Verdicts.Contains(Verdict.Met),
        ["a covered quarter insufficient"] = s => s.Verdicts.Contains(Verdict.Insufficient),
        ["a unit's own target"] = s => s.Quarter.Targets.Any(target => target.Unit is not null),
    };

    [Fact]
    public void Every_rule_of_the_domain_has_its_turn()
    {
        var scenes = Enumerable.Range(0, Quarters).Select(seed => new Scene(DeskQuarters.Make(seed))).ToList();
        var counted = Situations.Select(it => (it.Key, Times: scenes.Count(it.Value))).ToList();
        counted.AddRange(
            Enum.GetValues<KeptColumns>()
                .Where(column => column is not (KeptColumns.None or KeptColumns.Code or KeptColumns.Received))
                .Select(column => ($"without {column}", scenes.Count(s => s.Quarter.Uploads.Any(u => !u.Has(column)))))
        );
        counted.Where(it => it.Times < Quarters / 50).ShouldBeEmpty(string.Join('\n', counted));
    }
}
