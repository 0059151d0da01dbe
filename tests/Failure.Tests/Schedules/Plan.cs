using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>What a seed has in store: desks, their uploads over years, and what is done with them in which order.</summary>
internal sealed class Plan
{
    private static readonly string[] Codes = ["29956", "29962", "29971", "29974", "29977", "29980"];
    private static readonly DateOnly Earliest = new(2022, 1, 3);
    private static readonly DateOnly Latest = new(2024, 12, 20);

    /// <summary>By this place in the plan every upload has been sent.</summary>
    private const double AllSent = 3;
    private readonly Random random;
    private readonly Tally tally;
    private readonly List<(double Place, Step Step)> steps = [];

    public Plan(int seed, Tally tally)
    {
        (random, this.tally) = (new Random(seed), tally);
        Units = [.. Codes.Take(random.Pick(1, 1, 2, 2, 2, 2, 2, 3, 4))];
        Hosts = random.Pick(2, 2, 3);
        Unlisted = random.InHundred(25) ? Units[^1] : null;
        // All at once as a backlog, or nearly in the order of life.
        IsDeaf = random.InHundred(25);
        Disorder = random.Pick(0.05, 0.3, 1.0);
        Uploads = [.. Units.SelectMany(code => Versions(OfDesk(code)))];
        foreach (var versions in Uploads.GroupBy(upload => upload.Name))
            Send([.. versions]);
        Meanwhile();
        Steps = [.. steps.OrderBy(each => each.Place).Select(each => each.Step)];
        tally.Uploads = Uploads.Count;
    }

    public IReadOnlyList<string> Units { get; }

    public int Hosts { get; }

    /// <summary>A unit that staff list only in the midst of it.</summary>
    public string? Unlisted { get; }

    public IReadOnlyList<PlannedUpload> Uploads { get; }

    public HashSet<PlannedUpload> Withdrawn { get; } = [];

    public IReadOnlyList<Step> Steps { get; }

    private double Disorder { get; }

    /// <summary>No event ever comes: the sweep finds everything, many uploads in one pass.</summary>
    private bool IsDeaf { get; }

    private List<NaiveUpload> OfDesk(string code)
    {
        NaiveUnit[] holders = [new(code, code, null, null)];
        var first = random.Day(Earliest, Earliest.AddYears(1));
        // Months apart, so that dossiers come to rest between two uploads; or days apart, so that they don't.
        var (last, most) = random.Pick(
            (Latest, 4),
            (first.AddDays(330), 5),
            (first.AddDays(330), 5),
            (first.AddDays(140), 5),
            (first.AddDays(110), 4),
            (first.AddDays(70), 10)
        );
        // A dossier that stays open for a year has a row for each day of it; a few will do.
        var stories = Enumerable
            .Range(1, 40)
            .Select(number => DossierStory.Make(random, number, first, last))
            .Where(story => story.Received >= first.AddDays(-20) || random.InHundred(8))
            .Take(random.Next(3, 11))
            .ToList();
        var uploads = new DeskUploads(random, code, holders, stories).Make(first, last);
        var sent = uploads.Take(most).ToList();
        // The same file under another name, sent at the same moment: one entry in the journal.
        if (random.InHundred(20))
            sent.Add(random.Pick<NaiveUpload>([.. sent]));
        return [.. sent.OrderBy(upload => upload.AsOf)];
    }

    private IEnumerable<PlannedUpload> Versions(List<NaiveUpload> uploads)
    {
        foreach (var (index, upload) in uploads.Index())
        {
            var version = ExportCsv.Sealed(upload with { Number = index + 1 });
            if (random.InHundred(6))
            {
                tally.Bad++;
                yield return new(version, 1) { IsBad = true };
                continue;
            }
            yield return new(version, 1);
            for (var number = 2; random.InHundred(12); number++)
            {
                version = ExportCsv.Sealed(Corrected(version));
                tally.Corrections++;
                yield return new(version, number);
            }
        }
    }

    /// <summary>The same file, sent again otherwise.</summary>
    private NaiveUpload Corrected(NaiveUpload before)
    {
        var lines = before
            .Lines.Where(_ => !random.InHundred(15))
            .Select(line =>
                random.InHundred(50)
                    ? line
                    : line with
                    {
                        Channel = random.Pick(Enum.GetValues<Pipeline.Intake.Channel>()),
                    }
            )
            .ToList();
        return before with
        {
            UploadedAt = before.UploadedAt + TimeSpan.FromMinutes(random.Next(1, 300)).Ticks,
            Lines = lines.Exists(line => line.Received <= before.AsOf) ? lines : [],
        };
    }

    private void Send(IReadOnlyList<PlannedUpload> versions)
    {
        var life =
            (versions[0].What.AsOf.DayNumber - Earliest.DayNumber) / (double)(Latest.DayNumber - Earliest.DayNumber);
        var place = life * (1 - Disorder) + random.NextDouble() * Disorder;
        foreach (var version in versions)
        {
            Add(place, new Step.Put(version));
            Announce(place, version);
            place += 0.001 + random.NextDouble() * random.Pick(0.01, 0.2);
        }
        // Twins lie there within one second, and are withdrawn later; often both of them, at once.
        var hasTwin = Uploads.Any(other =>
            other.Name != versions[^1].Name && other.What.Stamp == versions[^1].What.Stamp
        );
        if (!random.InHundred(hasTwin ? 50 : 7))
            return;
        Withdrawn.Add(versions[^1]);
        tally.Withdrawals++;
        Add((hasTwin ? AllSent : place) + random.NextDouble() * 0.2, new Step.Withdraw(versions[^1]));
    }

    private void Announce(double place, PlannedUpload upload)
    {
        var times = IsDeaf ? 0 : random.Pick(0, 1, 1, 1, 1, 2);
        if (times != 1)
            tally.Note(times == 0 ? Mishap.EventLost : Mishap.EventDoubled);
        for (; times > 0; times--)
            Add(place + 0.0001 + random.NextDouble() * random.Pick(0.001, 0.01, 0.2), new Step.Deliver(upload.Name));
    }

    /// <summary>Timers, commands of staff, and time that goes by.</summary>
    private void Meanwhile()
    {
        for (var n = random.Next(1, 2 + Uploads.Count / (IsDeaf ? 3 : 8)); n > 0; n--)
            Add(random.NextDouble(), new Step.Sweep(All: random.InHundred(40)));
        for (var n = random.Next(0, 2 + Uploads.Count / 8); n > 0; n--)
            Add(random.NextDouble() * 1.1, new Step.Pass(random.Pick<string>([.. Units]), random.Pick(1, 2, 5, 40)));
        for (var n = random.Next(0, 3); n > 0; n--)
            Add(random.NextDouble() * 1.1, new Step.Retake(random.Pick<string>([.. Units])));
        if (random.InHundred(12))
            Add(random.NextDouble() * 1.1, new Step.Rebuild());
        if (Unlisted is not null)
            Add(random.NextDouble(), new Step.ListUnit(Unlisted));
        for (var n = random.Next(0, 6); n > 0; n--)
            Add(
                random.NextDouble() * 1.1,
                new Step.Pause(TimeSpan.FromMinutes(random.Pick(1, 2, 6, 40, 90, 400, 1500)))
            );
        for (var n = random.Next(0, 4); n > 0; n--)
            Add(random.NextDouble(), new Step.StepClock(random.Next(3), TimeSpan.FromMinutes(random.Next(-20, 21))));
        for (var n = random.Next(0, 4); n > 0; n--)
            Add(random.NextDouble(), new Step.Lease(Leased(), random.Next(2, 120)));
    }

    private string Leased()
    {
        var upload = random.Pick<PlannedUpload>([.. Uploads]);
        return random.InHundred(60) ? $"ledger/{upload.Code}/hot" : $"receipts/{upload.Name}.json";
    }

    private void Add(double place, Step step) => steps.Add((place, step));
}
