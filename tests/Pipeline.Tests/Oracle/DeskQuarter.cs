using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>What one or two desks sent around one quarter, and what their review is held against.</summary>
/// <param name="Seed">Decides the order of processing, too.</param>
/// <param name="Quarter">The quarter in the middle, e.g. 2022-Q1.</param>
/// <param name="Statutory">False: the calendar scheme.</param>
/// <param name="Units">All holders of the desks' codes.</param>
/// <param name="Targets">In force at some time or other.</param>
/// <param name="Uploads">In the order of their numbers.</param>
public sealed record DeskQuarter(
    int Seed,
    string Quarter,
    bool Statutory,
    IReadOnlyList<NaiveUnit> Units,
    IReadOnlyList<NaiveTarget> Targets,
    IReadOnlyList<NaiveUpload> Uploads
)
{
    /// <summary>The quarter before, the quarter itself and the one after it: names of the periods to review.</summary>
    public IReadOnlyList<string> Reviewed
    {
        get
        {
            var span = NaiveSpan.Named(Quarter, Statutory);
            return
            [
                .. NaiveSpan
                    .Touching(span.From.AddDays(-1), span.To.AddDays(1), Statutory)
                    .Select(touching => touching.Name)
                    .Where(name => name.Contains('Q', StringComparison.Ordinal)),
            ];
        }
    }

    /// <summary>Units as staff import them: code,name,kind,parent,valid_from,valid_to,successors.</summary>
    public string UnitsCsv =>
        Csv(
            "code,name,kind,parent,valid_from,valid_to,successors",
            Units.Select(unit => $"{unit.Id[..5]},{unit.Name},commune,870,{Text(unit.From)},{Text(unit.To)},")
        );

    /// <summary>Targets as staff import them: kpi,target,valid_from,valid_to,unit,source.</summary>
    public string TargetsCsv =>
        Csv(
            "kpi,target,valid_from,valid_to,unit,source",
            Targets.Select(t => $"{t.Kpi},{t.Num}/{t.Den},{Text(t.From)},{Text(t.To)},{t.Unit},giao chỉ tiêu")
        );

    /// <summary>
    /// The uploads as they are processed: shuffled, some two or three times, in batches. An upload's place depends on
    /// its own number only, so that leaving another one out keeps the order.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<NaiveUpload>> Batches()
    {
        var batches = new List<List<NaiveUpload>>();
        foreach (var (upload, startsBatch) in Uploads.SelectMany(Deliveries).OrderBy(d => d.Place).Select(d => d.What))
        {
            if (startsBatch || batches.Count == 0)
                batches.Add([]);
            batches[^1].Add(upload);
        }
        return batches;
    }

    /// <summary>Ever smaller quarters: without targets, some uploads, single lines, with single cells blank.</summary>
    public IEnumerable<DeskQuarter> Smaller()
    {
        if (Targets.Count > 0)
            yield return this with
            {
                Targets = [],
            };
        for (var size = Uploads.Count / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start < Uploads.Count; start += size)
                yield return this with
                {
                    Uploads = [.. Uploads.Take(start), .. Uploads.Skip(start + size)],
                };
        }
        foreach (var (index, upload) in Uploads.Index())
        {
            for (var line = 0; line < upload.Lines.Count; line++)
                yield return With(index, [.. upload.Lines.Take(line), .. upload.Lines.Skip(line + 1)]);
        }
        foreach (var (index, upload) in Uploads.Index().Where(_ => Uploads.Sum(u => u.Lines.Count) <= 8))
        {
            foreach (var (at, line) in upload.Lines.Index())
            {
                foreach (var blanked in Blanked(line).Where(blanked => blanked != line))
                    yield return With(index, [.. upload.Lines.Take(at), blanked, .. upload.Lines.Skip(at + 1)]);
            }
        }
    }

    public override string ToString() =>
        $"""

            {Quarter} {(Statutory ? "statutory" : "calendar")}, seed {Seed}
              {string.Join("\n  ", Targets)}
              {string.Join("\n  ", Uploads)}
              processed as {string.Join(
                " | ",
                Batches().Select(batch => string.Join(' ', batch.Select(u => $"#{u.Number}")))
            )}
            """;

    private IEnumerable<(double Place, (NaiveUpload Upload, bool StartsBatch) What)> Deliveries(NaiveUpload upload)
    {
        var chance = new Random(unchecked(Seed * 31 + upload.Number * 7919));
        var times = chance.Next(20) switch
        {
            0 => 3,
            <= 4 => 2,
            _ => 1,
        };
        for (var i = 0; i < times; i++)
            yield return (chance.NextDouble(), (upload, chance.Next(3) == 0));
    }

    private DeskQuarter With(int index, IReadOnlyList<NaiveLine> lines)
    {
        var changed = ExportCsv.Sealed(Uploads[index] with { Lines = lines });
        return this with { Uploads = [.. Uploads.Take(index), changed, .. Uploads.Skip(index + 1)] };
    }

    private static NaiveLine[] Blanked(NaiveLine line) =>
        [
            line with
            {
                Channel = Channel.Blank,
                ReturnChannel = Channel.Blank,
                Level = null,
                Digitised = null,
                PaidOnline = null,
                OddWords = false,
            },
            line with
            {
                Field = null,
                Procedure = null,
            },
            line with
            {
                Due = null,
            },
            line with
            {
                Finished = null,
            },
            line with
            {
                Returned = null,
            },
            line with
            {
                Status = null,
            },
        ];

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Csv(string header, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(header));
}
