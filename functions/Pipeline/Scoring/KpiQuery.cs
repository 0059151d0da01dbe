using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Scoring;

/// <summary>Figures of any period: from the tables where it has rows there, else counted from the ledgers.</summary>
public sealed class KpiQuery(Store store, CurrentLedger ledgers, PeriodScheme configured)
{
    private const int Parallelism = 8;

    /// <summary>Rows in the order of <see cref="KpiRow.Sorted"/>; by unit every unit valid in the period has one.</summary>
    public async Task<IReadOnlyList<KpiRow>> RowsAsync(
        Period period,
        Breakdown by,
        PeriodScheme scheme,
        IReadOnlyList<Unit> units,
        CancellationToken cancellation
    )
    {
        var rows = new List<KpiRow>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            units,
            options,
            async (unit, token) =>
            {
                var asOf = await ledgers.AsOfAsync(unit.Id, token);
                var found = await RowsAsync(new Asked(period, by, scheme, unit, asOf), token);
                lock (rows)
                    rows.AddRange(found);
            }
        );
        return [.. KpiRow.Sorted(rows)];
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

    private async Task<List<KpiRow>> RowsAsync(Asked asked, CancellationToken cancellation)
    {
        var rows =
            asked.By is Breakdown.Day ? await DaysAsync(asked, cancellation)
            : asked.HasRows(configured) && !PeriodFigures.IsAfter(asked.AsOf, asked.Period)
                ? await StoredAsync(asked, cancellation)
            : await CountedAsync(asked, cancellation);
        if (asked.By is Breakdown.Unit && rows.Count == 0)
            rows.Add(asked.Row("", "", new Tally()));
        return rows;
    }

    private async Task<List<KpiRow>> StoredAsync(Asked asked, CancellationToken cancellation)
    {
        var partition = Keys.KpiPartition(asked.Scheme, asked.Period.Name);
        var (unit, after) = (asked.Unit.Id, asked.Unit.Id + ".");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {unit} and RowKey lt {after}"
        );
        var rows = new List<KpiRow>();
        await foreach (
            var e in store.Table(StoredNames.KpiTable).QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            // 29971-… may be a row of unit 29971 or of unit 29971-20250701.
            if (e.GetString(KpiEntity.Unit) == unit && asked.Wants(e.RowKey[unit.Length..]))
                rows.Add(asked.Row(e.RowKey[unit.Length..], e.GetString(KpiEntity.FieldName), KpiEntity.TallyOf(e)));
        }
        return rows;
    }

    private async Task<List<KpiRow>> DaysAsync(Asked asked, CancellationToken cancellation)
    {
        var rows = new List<KpiRow>();
        var last = asked.AsOf < asked.Period.To ? asked.AsOf.Value : asked.Period.To;
        for (var year = asked.Period.From.Year; asked.AsOf is not null && year <= last.Year; year++)
        {
            var partition = Keys.KpiDailyPartition(asked.Unit.Id, year);
            var (from, to) = (Keys.KpiDay(asked.Period.From), Keys.KpiDay(asked.Period.To));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}"
            );
            await foreach (
                var e in store
                    .Table(StoredNames.KpiDailyTable)
                    .QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            )
            {
                var day = DateOnly.ParseExact(e.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture);
                rows.Add(asked.Row("", "", KpiEntity.TallyOf(e), day));
            }
        }
        return rows;
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
