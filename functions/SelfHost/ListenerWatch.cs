using CCHC.SelfHost.Hosting;

namespace CCHC.SelfHost;

/// <summary>Knows which listeners of the host have not been heard of for too long (design.md §4, law 9a).</summary>
public sealed class ListenerWatch
{
    private readonly List<Pulse> _pulses = [];
    private readonly TimeSpan _patience;

    internal ListenerWatch(HostSettings settings) => _patience = settings.SilenceAllowed;

    /// <summary>Listeners that ended, or whose polls have failed for too long; empty while all is well.</summary>
    public IReadOnlyList<string> Silent
    {
        get
        {
            lock (_pulses)
                return [.. _pulses.Where(pulse => pulse.IsStill).Select(pulse => pulse.Name)];
        }
    }

    internal Pulse Follow(string listener)
    {
        var pulse = new Pulse(listener, _patience);
        lock (_pulses)
            _pulses.Add(pulse);
        return pulse;
    }
}
