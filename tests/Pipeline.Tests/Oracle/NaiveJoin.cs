using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>"Within one upload the lower line wins" (design.md §4 law 1), per non-empty cell.</summary>
public static class NaiveJoin
{
    public static NaiveLine Of(NaiveUpload upload, IEnumerable<NaiveLine> ofOneDossier)
    {
        var lines = ofOneDossier.Reverse().ToList();
        return new NaiveLine
        {
            Code = lines[0].Code,
            Received = lines[0].Received,
            Due = Cell(KeptColumns.Due, line => line.Due),
            Finished = Cell(KeptColumns.Finished, line => line.Finished),
            Returned = Cell(KeptColumns.Returned, line => line.Returned),
            Status = Cell(KeptColumns.Status, line => line.Status),
            Channel = ChannelCell(KeptColumns.Channel, line => line.Channel),
            ReturnChannel = ChannelCell(KeptColumns.ReturnChannel, line => line.ReturnChannel),
            Level = Cell(KeptColumns.Level, line => line.Level),
            Field = upload.Has(KeptColumns.Field)
                ? lines.Select(l => l.Field).FirstOrDefault(t => t is not null)
                : null,
            Procedure = upload.Has(KeptColumns.Procedure)
                ? lines.Select(l => l.Procedure).FirstOrDefault(t => t is not null)
                : null,
            Digitised = Cell(KeptColumns.Digitised, line => line.Digitised),
            PaidOnline = Cell(KeptColumns.PaidOnline, line => line.PaidOnline),
        };

        T? Cell<T>(KeptColumns column, Func<NaiveLine, T?> cell)
            where T : struct => upload.Has(column) ? lines.Select(cell).FirstOrDefault(value => value.HasValue) : null;

        Channel ChannelCell(KeptColumns column, Func<NaiveLine, Channel> cell)
        {
            if (!upload.Has(column))
                return Channel.Blank;
            var texts = lines.Select(cell).Where(text => text is not Channel.Blank).ToList();
            // "It never overrides a known value": an unrecognised text gives way even to a higher line.
            var known = texts.Where(text => text is not Channel.Unrecognised).ToList();
            return known.Concat(texts).Append(Channel.Blank).First();
        }
    }
}
