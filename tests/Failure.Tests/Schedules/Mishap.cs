namespace CCHC.Failure.Tests.Schedules;

/// <summary>What may befall one try of a request, or the process that sent it.</summary>
internal enum Mishap
{
    None,

    /// <summary>Never sent.</summary>
    Lost,

    /// <summary>Applied, its answer lost.</summary>
    AnswerLost,

    /// <summary>Nobody answered in time, and it wasn't applied.</summary>
    TimedOut,

    /// <summary>Nobody answered in time, but it was applied.</summary>
    TimedOutApplied,

    /// <summary>503 with Retry-After.</summary>
    Busy,

    /// <summary>429 with Retry-After.</summary>
    Throttled,

    /// <summary>A proxy's sign-in page: 200 and HTML, not applied.</summary>
    SignInPage,

    /// <summary>The body comes slowly and breaks off.</summary>
    BodyBroken,

    /// <summary>Others write there, again and again: 412.</summary>
    Moved,

    /// <summary>Somebody holds a lease on it: 412.</summary>
    Leased,

    /// <summary>The process dies before the request leaves.</summary>
    KilledBefore,

    /// <summary>The process dies when the request was applied.</summary>
    KilledAfter,

    /// <summary>The clock of a host jumps.</summary>
    ClockStep,

    /// <summary>No event tells of an upload.</summary>
    EventLost,

    /// <summary>An upload's event comes twice.</summary>
    EventDoubled,
}
