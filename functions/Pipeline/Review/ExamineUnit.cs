using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Review;

/// <summary>One unit's figures and verdicts, and what they rest on.</summary>
/// <param name="Unit">As its row holds it.</param>
/// <param name="Journal">The journal entries.</param>
/// <param name="Fields">The figures by field, as frozen.</param>
public sealed record ExaminedUnit(ReviewedUnit Unit, FrozenJournal Journal, byte[] Fields);

/// <summary>Judges one unit by its ledger as it stands now; stores nothing.</summary>
public sealed class ExamineUnit(
    CurrentLedger ledgers,
    PeriodScheme scheme,
    IOptions<ReviewSettings> settings,
    TimeProvider time
)
{
    /// <summary>Figures and verdicts, by what the basis says.</summary>
    /// <exception cref="DamagedException">Something that it is judged by can't be read: the unit waits.</exception>
    public async Task<ExaminedUnit> ExamineAsync(
        ReviewBasis basis,
        Unit unit,
        Period period,
        CancellationToken cancellation
    )
    {
        basis.RefuseWaiting(unit);
        var ledger = await LedgerAsync(unit, period, cancellation);
        ReviewSpans.LinkUploads(Signals.Present, unit, ledger, period);
        var rule =
            basis.Rule
            ?? CoverageRule.Of(
                basis.Registers.Calendar,
                unit,
                period,
                settings.Value.MostMissingDays,
                basis.ListUnits.Contains(unit.Code.Text)
            );
        var rows = PeriodFigures.RowsOf(ledger, period);
        // What ended inside the period is counted and not judged.
        var hasEnded = unit.Term.EndsBefore(period.To);
        var figures = rows.GetValueOrDefault("") ?? new();
        var coverage = rule.Cover(ledger);
        var journal = FrozenJournal.Of(ledger);
        var (fields, fieldsSha256) = FrozenFields.Of(figures, FieldFigures.Of(ledger, rows));
        var reviewed = new ReviewedUnit
        {
            Unit = unit,
            Period = period,
            Scheme = scheme,
            ReviewedOn = time.Today(),
            Coverage = coverage,
            Figures = figures,
            Findings = hasEnded
                ? []
                : new Examination(basis.Registers.Targets, rule).Examine(unit, period, figures, coverage),
            Inspected = hasEnded ? [] : basis.Inspect(unit, period),
            Previous = basis.PreviousOf(unit),
            Doubts = basis.DoubtsOf(unit),
            FieldsSha256 = fieldsSha256,
            JournalEntries = journal.Entries,
            JournalSha256 = journal.Sha256,
        };
        return new(reviewed, journal, fields);
    }

    /// <summary>With the archived dossiers where they have to be counted: one ledger, so one moment, for all that is frozen.</summary>
    private Task<UnitLedger> LedgerAsync(Unit unit, Period period, CancellationToken cancellation) =>
        PeriodFigures.NeedWholeLedger(period)
            ? ledgers.LoadWholeAsync(unit.Id, cancellation)
            : ledgers.LoadAsync(unit.Id, cancellation);
}
