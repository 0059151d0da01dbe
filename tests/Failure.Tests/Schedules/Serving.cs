using System.Net;
using CCHC.Failure.Tests.Faults;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>Serves one request as the weather has it.</summary>
internal sealed class Serving(Gate gate, StorageTime time, Weather weather, Tally tally)
{
    private readonly Wire wire = new(time);
    private readonly Archive archive = new(tally);

    public void Serve(Arrival arrival)
    {
        var mishap = weather.Next(arrival);
        gate.Remove(arrival);
        tally.Requests++;
        tally.Note(mishap);
        tally.Follow($"{arrival.Operation}: {arrival.Line} {mishap}");
        switch (mishap)
        {
            case Mishap.Lost:
                arrival.Fail(new IOException("The request got lost."));
                break;
            case Mishap.AnswerLost:
                Send(arrival).Dispose();
                arrival.Fail(new IOException("The answer got lost."));
                break;
            case Mishap.TimedOut:
                arrival.Fail(new TaskCanceledException("It took too long."));
                break;
            case Mishap.TimedOutApplied:
                Send(arrival).Dispose();
                arrival.Fail(new TaskCanceledException("It took too long."));
                break;
            case Mishap.Busy:
                arrival.Tell(Wire.Refusal(HttpStatusCode.ServiceUnavailable, "ServerBusy", arrival.IsBlob));
                break;
            case Mishap.Throttled:
                arrival.Tell(Wire.Refusal(HttpStatusCode.TooManyRequests, "TooManyRequests", arrival.IsBlob));
                break;
            case Mishap.SignInPage:
                arrival.Tell(Network.SignInPage());
                break;
            case Mishap.BodyBroken:
                arrival.Tell(Wire.Broken(Send(arrival)));
                break;
            case Mishap.Moved:
                arrival.Operation.MayPause = true;
                arrival.Tell(Wire.Refusal(HttpStatusCode.PreconditionFailed, "ConditionNotMet", isBlob: true));
                break;
            case Mishap.Leased:
                arrival.Tell(Wire.Refusal(HttpStatusCode.PreconditionFailed, "LeaseIdMissing", isBlob: true));
                break;
            case Mishap.KilledBefore:
                Kill(arrival);
                break;
            case Mishap.KilledAfter:
                Send(arrival).Dispose();
                Kill(arrival);
                break;
            default:
                var answer = Send(arrival);
                arrival.Operation.MayPause =
                    answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed;
                arrival.Tell(answer);
                break;
        }
    }

    private HttpResponseMessage Send(Arrival arrival)
    {
        var answer = wire.Send(arrival);
        if (answer.IsSuccessStatusCode)
            archive.See(arrival);
        return answer;
    }

    private void Kill(Arrival arrival)
    {
        var host = arrival.Operation.Host;
        host.IsDead = true;
        arrival.Fail(new ProcessDiedException());
        gate.Drop(host);
    }
}
