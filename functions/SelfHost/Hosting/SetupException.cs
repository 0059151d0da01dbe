namespace CCHC.SelfHost.Hosting;

/// <summary>The app cannot start as it is written or configured; the message says what to mend.</summary>
internal sealed class SetupException(string message) : Exception(message);
