using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>Reads a sample with a profile as a take-in would, and tells how.</summary>
public static class SampleCheck
{
    public static SampleReport Of(SourceProfile profile, SourceProfiles others, UnitRegister units, Upload sample)
    {
        var reading = new ExportReader(units, profile).Read(sample);
        using var file = ExportFile.Open(sample.Content, IntakeLimits.Standard);
        if (file.Defect is not null)
            return new(reading, "", null, [], [], []);
        var recognised = SourceChoice.In(file, "", others).Source.Name;
        foreach (var table in file.Tables)
            table.Rewind();
        var lexicon = new Lexicon(profile);
        var found = TableChoice.In(file, lexicon);
        if (found is not { Table: { } source, Search.Header: { } header })
            return new(reading, recognised, null, Headers(found.Search.Nearest, lexicon), [], []);
        var texts = new SampleTexts(
            new ReadingContext(
                header,
                lexicon,
                new UnitNames(units),
                FieldList.Shipped,
                reading.Unit,
                reading.AsOf,
                VietnamTime.DayOf(sample.UploadedAt),
                source.SerialEpoch,
                source.CountsCells
            )
        );
        texts.Read(source);
        var asOf = AsOfRule.Of(profile.AsOf, sample.File, found.Search.Titles, VietnamTime.DayOf(sample.UploadedAt));
        return new(
            reading,
            recognised,
            reading.Accepted == 0 ? (asOf.Otherwise ?? asOf).Source : asOf.Source,
            Headers(header, lexicon),
            texts.Values,
            texts.Dates
        );
    }

    private static List<HeaderUse> Headers(Header? header, Lexicon lexicon)
    {
        var uses = new List<HeaderUse>();
        for (var place = 0; place < (header?.Width ?? 0); place++)
        {
            var text = header!.TextAt(place);
            if (text.Length == 0)
                continue;
            Column? meaning = lexicon.Headers.TryGet(text, out var known) ? known.Column : null;
            var isRead = meaning is { } column && column is not Column.Dropped && header[column] == place;
            var shown = meaning is null && text.Any(char.IsDigit) ? Shape.Found(text, lexicon) : text;
            uses.Add(new(shown, meaning, isRead));
        }
        return uses;
    }
}
