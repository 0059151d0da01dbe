namespace CCHC.SelfHost.Azurite;

/// <summary>Azurite could not be brought up; the message says what to do about it.</summary>
public sealed class AzuriteException(string message, Exception? cause = null) : Exception(message, cause);
