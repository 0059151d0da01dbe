using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Scoring;

/// <summary>Figures of any period: from the tables where it has rows there, else counted from the ledgers.</summary>
public sealed class KpiQuery(Store store, CurrentLedger ledgers, DamageMarks marks, PeriodScheme configured)
{
    private const int Parallelism = 8;

    /// <summary>Rows in the order of <see cref="KpiRow.Sorted"/>; by unit every unit valid in the period has one.</summary>
    /// <remarks>In the place of a stored row that can't be read, its unit's ledger is counted; a day's is left out.</remarks>
    public async Task<SoundRows<KpiRow>> RowsAsync(
        Period period,
        Breakdown by,
        PeriodScheme scheme,
        IReadOnlyList<Unit> units,
        CancellationToken cancellation
    )
    {
        var rows = new List<KpiRow>();
        var damages = new List<Damage>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            units,
            options,
            async (unit, token) =>
            {
                var asOf = await ledgers.AsOfAsync(unit.Id, token);
                var found = await RowsAsync(new Asked(period, by, scheme, unit, asOf), token);
                lock (rows)
                {
                    rows.AddRange(found.Rows);
                    damages.AddRange(found.Damages);
                }
            }
        );
        return new([.. KpiRow.Sorted(rows)], damages);
    }

    private sealed record Asked(Period Period, Breakdown By, PeriodScheme Scheme, Unit Unit, DateOnly? AsOf)
    {
        public bool HasRows(PeriodScheme configured) =>
            Scheme == configured && Period.Key is { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year };

        public KpiRow Row(string suffix, string fieldName, Tally tally, DateOnly? date = null) =>
            new(
                Scheme,
                date is { } day ? new PeriodKey(PeriodKind.Day, day.DayNumber).In(Scheme) : Period,
                AsOf,
                Unit,
                Keys.FieldOf(suffix),
                fieldName,
                Keys.ProcedureOf(suffix),
                date,
                tally
            );

        public bool Wants(string suffix) =>
            By switch
            {
                Breakdown.Unit => suffix.Length == 0,
                Breakdown.Field => Keys.FieldOf(suffix).Length > 0,
                Breakdown.Procedure => Keys.ProcedureOf(suffix).Length > 0,
                Breakdown.Day => false,
            };
    }

    private async Task<SoundRows<KpiRow>> RowsAsync(Asked asked, CancellationToken cancellation)
    {
        if (asked.By is Breakdown.Day)
            return await DaysAsync(asked, cancellation);
        var isStored = asked.HasRows(configured) && !PeriodFigures.IsAfter(asked.AsOf, asked.Period);
        var found = isStored ? await StoredAsync(asked, cancellation) : new([], []);
        // No row of a unit that has a ledger may be one that was lost.
        var rows =
            isStored && found.Damages.Count == 0 && (found.Rows.Count > 0 || asked.AsOf is null)
                ? found.Rows
                : await CountedAsync(asked, cancellation);
        if (asked.By is Breakdown.Unit && rows.Count == 0)
            rows = [asked.Row("", "", new Tally())];
        return new(rows, found.Damages);
    }

    private async Task<SoundRows<KpiRow>> StoredAsync(Asked asked, CancellationToken cancellation)
    {
        var partition = Keys.KpiPartition(asked.Scheme, asked.Period.Name);
        var (unit, after) = (asked.Unit.Id, asked.Unit.Id + ".");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {unit} and RowKey lt {after}"
        );
        var read = await marks.ReadAllAsync(store.Table(StoredNames.KpiTable), filter, Read, cancellation);
        return new([.. read.Rows.OfType<KpiRow>()], read.Damages);

        KpiRow? Read(StoredRow row)
        {
            // 29971-… may be a row of unit 29971 or of unit 29971-20250701.
            if (Keys.UnitOf(row.Key) != unit || !asked.Wants(row.Key[unit.Length..]))
                return null;
            return row.Text(KpiEntity.Unit) == unit
                ? asked.Row(row.Key[unit.Length..], row.Text(KpiEntity.FieldName), KpiEntity.TallyOf(row))
                : throw row.Unreadable("đơn vị không đúng với dòng này");
        }
    }

    private async Task<SoundRows<KpiRow>> DaysAsync(Asked asked, CancellationToken cancellation)
    {
        var rows = new List<KpiRow>();
        var damages = new List<Damage>();
        var last = asked.AsOf < asked.Period.To ? asked.AsOf.Value : asked.Period.To;
        for (var year = asked.Period.From.Year; asked.AsOf is not null && year <= last.Year; year++)
        {
            var partition = Keys.KpiDailyPartition(asked.Unit.Id, year);
            var (from, to) = (Keys.KpiDay(asked.Period.From), Keys.KpiDay(asked.Period.To));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}"
            );
            var table = store.Table(StoredNames.KpiDailyTable);
            var read = await marks.ReadAllAsync(
                table,
                filter,
                row => asked.Row("", "", KpiEntity.TallyOf(row), KpiEntity.DayOf(row)),
                cancellation
            );
            rows.AddRange(read.Rows);
            damages.AddRange(read.Damages);
        }
        return new(rows, damages);
    }

    private async Task<List<KpiRow>> CountedAsync(Asked asked, CancellationToken cancellation)
    {
        var ledger = PeriodFigures.IsAfter(asked.AsOf, asked.Period)
            ? await ledgers.LoadAsync(asked.Unit.Id, cancellation)
            : await ledgers.LoadWholeAsync(asked.Unit.Id, cancellation);
        return
        [
            .. PlainCount
                .Of(ledger, asked.Period)
                .Where(row => asked.Wants(row.Key))
                .Select(row =>
                    asked.Row(
                        row.Key,
                        ledger.Names.Of(row.Key).Name is { IsKnown: true } name ? name.Value : "",
                        row.Value
                    )
                ),
        ];
    }
}
