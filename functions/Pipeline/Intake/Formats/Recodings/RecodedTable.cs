using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// Finds the encoding of a table whose text isn't what it seems: its first rows are read in every one, and the one
/// with the most known headers and values wins (docs/adr/0005-encodings.md).
/// </summary>
internal static class RecodedTable
{
    /// <summary>The table in the encoding in which it has the required headers; without a table if it has them in none.</summary>
    public static TableChoice Find(RowSource table, SampleRows sample, Lexicon lexicon)
    {
        var readings = Recoding.All.Select(recoding => Reading.Of(sample, recoding, lexicon)).ToList();
        var complete = readings.FindAll(reading => reading.Search.Header is not null);
        if (complete.Count == 0)
            return new(null, readings.MaxBy(reading => reading.Search.Known)!.Search)
            {
                Defect = WhyNone(sample, readings),
            };
        var best = complete.FindAll(reading => reading.Score == complete.Max(one => one.Score));
        List<Recoding> rivals = [.. best.Skip(1).Select(reading => reading.Recoding)];
        if (best[0].Recoding is not Untouched && VietnameseText.HasOwn(sample.Text))
            rivals.Add(Recoding.All[0]);
        var rows = new RecodedRows(table, best[0].Recoding);
        var search = HeaderSearch.In(rows, lexicon);
        rows.Watch = new KeptCells(search.Header!, lexicon, best[0].Recoding, rivals, table.IsUndecoded);
        return new(rows, search) { Score = best[0].Score };
    }

    private static FileDefect? WhyNone(SampleRows sample, List<Reading> readings)
    {
        if (MisreadUtf8.ShowsIn(sample.Text))
            return FileDefects.TextDamaged();
        return sample.IsUndecoded && readings.TrueForAll(reading => reading.Search.Known == 0)
            ? FileDefects.UnknownEncoding
            : null;
    }

    /// <summary>The sample in one encoding.</summary>
    private sealed record Reading(Recoding Recoding, HeaderSearch Search, int Score)
    {
        public static Reading Of(SampleRows sample, Recoding recoding, Lexicon lexicon)
        {
            sample.Rewind();
            var rows = new RecodedRows(sample, recoding);
            var search = HeaderSearch.In(rows, lexicon);
            var known = search.Header is { } header ? CountKnownValues(rows, header, lexicon) : 0;
            return new(recoding, search, search.Known + known);
        }

        private static int CountKnownValues(RecodedRows rows, Header header, Lexicon lexicon)
        {
            var known = 0;
            var row = new Row();
            while (rows.Read(row))
            {
                for (var column = Column.Status; column < Column.Unit; column++)
                {
                    var text = header.Has(column) ? header.Cell(row, column) : default;
                    known += !RecodedRows.IsSame(text) && lexicon.IsValue(text) ? 1 : 0;
                }
            }
            return known;
        }
    }
}
