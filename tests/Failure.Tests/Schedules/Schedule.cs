using CCHC.Failure.Tests.Faults;
using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>
/// Runs a plan: hosts beside each other, their requests one at a time in an order that the seed decides, under the
/// weather; then calm, and what a host does by itself until nothing is left to do.
/// </summary>
internal sealed class Schedule : IDisposable
{
    private const int MostTries = 5;
    private readonly Random random;
    private readonly Plan plan;
    private readonly Gate gate = new();
    private readonly StorageTime time = new();
    private readonly Weather weather;
    private readonly Serving serving;
    private readonly Machines machines;
    private readonly Tally tally;
    private readonly LinkedList<Step> agenda;
    private readonly List<Operation> running = [];
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);
    private readonly List<Step> owed = [];
    private int begun;

    public Schedule(int seed, Plan plan, string connection, Tally tally)
    {
        (random, this.plan, this.tally) = (new Random(seed + 1_000_000), plan, tally);
        weather = new Weather(random);
        machines = new Machines(plan.Hosts, connection, gate, time);
        serving = new Serving(gate, time, weather, tally);
        agenda = new(plan.Steps);
    }

    /// <summary>Everything, on this thread.</summary>
    /// <param name="settle">What a host does at the end, one after another.</param>
    /// <param name="look">At what is left.</param>
    public void Run(
        IEnumerable<(TimeSpan Pause, Func<ScheduledHost, Task> Work)> settle,
        Func<ScheduledHost, Task> look
    )
    {
        while (Turn())
            time.Pass(TimeSpan.FromMilliseconds(random.Next(5, 60)));
        weather.IsCalm = true;
        foreach (var step in owed)
            Alone(machines.Fresh(), step.ToString(), host => Work.Of(step, host, sent));
        foreach (var (pause, work) in settle)
        {
            time.Pass(pause);
            Alone(machines.Fresh(), "settle", work);
        }
        var onlooker = new Operation(++begun, "look", machines.Onlooker(), look) { Pace = 1, Ended = _ => { } };
        onlooker.Begin();
        onlooker.Work.GetAwaiter().GetResult();
    }

    public IReadOnlyList<ScheduledHost> Hosts => machines.All;

    public void Dispose() => gate.Dispose();

    /// <summary>False: nothing is left to do.</summary>
    private bool Turn()
    {
        gate.Settle(running);
        Reap();
        var waiting = running.Select(operation => (Operation: operation, Arrivals: gate.WaitingOf(operation))).ToList();
        waiting.RemoveAll(each => each.Arrivals.Count == 0);
        var next = agenda.First?.Value;
        var mayBegin = next is not null && running.Count < plan.Hosts * 2 && !(next.IsAlone && running.Count > 0);
        if (mayBegin && (waiting.Count == 0 || random.InHundred(15)))
        {
            agenda.RemoveFirst();
            Begin(next!);
            return true;
        }
        if (waiting.Count == 0)
            return running.Count == 0
                ? agenda.Count > 0
                : throw new InvalidOperationException($"Stuck: {string.Join(", ", running)}");
        var chosen = Chosen(waiting.Select(each => each.Operation.Pace));
        serving.Serve(random.Pick<Arrival>([.. waiting[chosen].Arrivals]));
        return true;
    }

    private int Chosen(IEnumerable<int> paces)
    {
        var all = paces.ToList();
        var at = random.Next(all.Sum());
        var chosen = 0;
        while (at >= all[chosen])
            at -= all[chosen++];
        return chosen;
    }

    private void Begin(Step step)
    {
        tally.Follow($"{step}");
        switch (step)
        {
            case Step.Put put:
                sent.Add(put.Upload.Name);
                Alone(machines.Desk, step.ToString(), host => Work.Of(step, host, sent));
                break;
            case Step.ListUnit:
                Alone(machines.Desk, step.ToString(), host => Work.Of(step, host, sent));
                break;
            case Step.Pause pause:
                time.Pass(pause.Time);
                break;
            case Step.StepClock clock:
                tally.Note(Mishap.ClockStep);
                machines.Skew(clock.Host, clock.By);
                break;
            case Step.Lease lease:
                weather.Lease(lease.Place, lease.Requests);
                break;
            default:
                Begin(step, machines.Any(random));
                break;
        }
    }

    private void Begin(Step step, ScheduledHost host)
    {
        var operation = new Operation(++begun, step.ToString(), host, at => Work.Of(step, at, sent))
        {
            Pace = random.Pick(1, 4, 4, 16),
            Ended = trouble => Ended(step, trouble),
        };
        tally.Operations++;
        running.Add(operation);
        operation.Begin();
    }

    private void Ended(Step step, Exception? trouble)
    {
        tally.Follow($"{step}: {trouble?.GetType().Name}");
        if (trouble is null)
            return;
        tally.FailedOperations++;
        switch (step)
        {
            case Step.Deliver { Tries: < MostTries } deliver
                when !(trouble is ProcessDiedException && random.InHundred(40)):
                Later(deliver with { Tries = deliver.Tries + 1 });
                break;
            case Step.Deliver { Tries: MostTries } deliver:
                Later(new Step.Poison(deliver.Name));
                break;
            case Step.Withdraw when random.InHundred(50):
                Later(step);
                break;
            case Step.Withdraw:
                owed.Add(step);
                break;
        }
    }

    private void Later(Step step)
    {
        var after = agenda.First;
        for (var n = random.Next(8); n > 0 && after is not null; n--)
            after = after.Next;
        if (after is null)
            agenda.AddLast(step);
        else
            agenda.AddBefore(after, step);
    }

    /// <summary>From its beginning to its end, while everything else stands still.</summary>
    private void Alone(ScheduledHost host, string name, Func<ScheduledHost, Task> work)
    {
        var operation = new Operation(++begun, name, host, work) { Pace = 1, Ended = _ => { } };
        Operation[] alone = [operation];
        operation.Begin();
        for (gate.Settle(alone); gate.WaitingOf(operation) is [var arrival, ..]; gate.Settle(alone))
        {
            time.Pass(TimeSpan.FromMilliseconds(10));
            serving.Serve(arrival);
        }
        operation.Work.GetAwaiter().GetResult();
    }

    private void Reap()
    {
        foreach (var ended in running.Where(operation => operation.Work.IsCompleted).ToList())
        {
            running.Remove(ended);
            ended.Ended(
                ended.Work.Exception?.InnerException ?? (ended.Work.IsCanceled ? new TaskCanceledException() : null)
            );
        }
        tally.Restarts = machines.Restarts;
    }
}
