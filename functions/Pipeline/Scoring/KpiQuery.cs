using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Scoring;

/// <summary>Figures of any period: from the tables where it has rows there, else counted from the ledgers.</summary>
public sealed class KpiQuery(Store store, CurrentLedger ledgers, DamageMarks marks, PeriodScheme configured)
{
    private const int Parallelism = 8;

    /// <summary>Rows in the order of <see cref="KpiRow.Sorted"/>; by unit every unit valid in the period has one.</summary>
    /// <remarks>
    /// In the place of stored rows that can't be read or are gone, the unit's ledger is counted. A unit that can't be
    /// counted has no row and is named; all others have theirs.
    /// </remarks>
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
        var failures = await InTurn.TryEachAsync(
            units,
            Parallelism,
            async (unit, token) =>
            {
                var asOf = await ledgers.AsOfAsync(unit.Id, token);
                var found = await RowsAsync(new Asked(period, by, scheme, unit, asOf), token);
                lock (rows)
                {
                    rows.AddRange(found.Rows);
                    damages.AddRange(found.Damages);
                }
            },
            cancellation
        );
        var uncounted = failures
            .Select(failed => UnitTrouble.Of(failed.One.Id, failed.Failure))
            .OrderBy(trouble => trouble.Unit, StringComparer.Ordinal)
            .Select(trouble => new Damage(trouble.Unit, trouble.Words));
        return new([.. KpiRow.Sorted(rows)], [.. damages, .. uncounted]);
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
        var rows =
            isStored && found.Damages.Count == 0 && IsWhole(asked, found.Rows)
                ? [.. found.Rows.Where(row => asked.Wants(row.Suffix)).Select(row => row.Row)]
                : await CountedAsync(asked, cancellation);
        if (asked.By is Breakdown.Unit && rows.Count == 0)
            rows = [asked.Row("", "", new Tally())];
        return new(rows, found.Damages);
    }

    private sealed record StoredKpi(string Suffix, KpiRow Row);

    /// <summary>No row of a unit that has a ledger may be one that was lost; so may a part, where the parts don't add up.</summary>
    private static bool IsWhole(Asked asked, IReadOnlyList<StoredKpi> rows)
    {
        if (asked.AsOf is null)
            return true;
        var parts = rows.Where(row => asked.Wants(row.Suffix)).Select(row => row.Row.Tally);
        return rows.SingleOrDefault(row => row.Suffix.Length == 0) is { } unit
            && Tally.Sum(parts).Equals(unit.Row.Tally);
    }

    private async Task<SoundRows<StoredKpi>> StoredAsync(Asked asked, CancellationToken cancellation)
    {
        var partition = Keys.KpiPartition(asked.Scheme, asked.Period.Name);
        var unit = asked.Unit.Id;
        var (from, to) = Keys.KpiRowsOf(unit);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"
        );
        var read = await marks.ReadAllAsync(store.Table(StoredNames.KpiTable), filter, Read, cancellation);
        return new([.. read.Rows.OfType<StoredKpi>()], read.Damages);

        StoredKpi? Read(StoredRow row)
        {
            // 29971-… may be a row of unit 29971 or of unit 29971-20250701.
            if (Keys.UnitOf(row.Key) != unit)
                return null;
            var suffix = row.Key[unit.Length..];
            if (suffix.Length > 0 && !asked.Wants(suffix))
                return null;
            return row.Text(KpiEntity.Unit) == unit
                ? new(suffix, asked.Row(suffix, row.Text(KpiEntity.FieldName), KpiEntity.TallyOf(row)))
                : throw row.Unreadable("đơn vị không đúng với dòng này");
        }
    }

    /// <summary>As stored; where a day's row can't be read or is gone, as the ledger's running counts have it.</summary>
    private async Task<SoundRows<KpiRow>> DaysAsync(Asked asked, CancellationToken cancellation)
    {
        if (asked.AsOf is not { } asOf)
            return new([], []);
        var rows = new SortedDictionary<DateOnly, KpiRow>();
        var damages = new List<Damage>();
        var last = asOf < asked.Period.To ? asOf : asked.Period.To;
        for (var year = asked.Period.From.Year; year <= last.Year; year++)
        {
            var partition = Keys.KpiDailyPartition(asked.Unit.Id, year);
            var (from, to) = (Keys.KpiDay(asked.Period.From), Keys.KpiDay(last));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}"
            );
            var table = store.Table(StoredNames.KpiDailyTable);
            var read = await marks.ReadAllAsync(
                table,
                filter,
                row => (Day: KpiEntity.DayOf(row), Tally: KpiEntity.TallyOf(row)),
                cancellation
            );
            foreach (var (day, tally) in read.Rows)
                rows[day] = asked.Row("", "", tally, day);
            damages.AddRange(read.Damages);
        }
        foreach (
            var (day, tally) in PeriodFigures.DaysOf(await ledgers.LoadAsync(asked.Unit.Id, cancellation), asked.Period)
        )
            rows.TryAdd(day, asked.Row("", "", tally, day));
        return new([.. rows.Values], damages);
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
