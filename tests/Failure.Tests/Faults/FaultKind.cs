namespace CCHC.Failure.Tests.Faults;

/// <summary>What happens to one request of a process, and to the process.</summary>
public enum FaultKind
{
    /// <summary>Not sent at its first try: the SDK's retry gets through.</summary>
    LostOnce,

    /// <summary>Never sent, however often it is tried: the function throws.</summary>
    LostAlways,

    /// <summary>Applied, and its answer lost: the SDK's retry meets its own write.</summary>
    AnswerLostOnce,

    /// <summary>Applied at every try, and no answer ever comes back: the function throws.</summary>
    AnswerLostAlways,

    /// <summary>Not applied, and answered by a proxy's page: the SDK's retry gets through.</summary>
    SignInPage,

    /// <summary>The process is killed before the request leaves.</summary>
    KilledBefore,

    /// <summary>The process is killed when the request was applied.</summary>
    KilledAfter,

    /// <summary>Nothing fails: something else runs, whole, right before the request.</summary>
    Overtaken,
}
