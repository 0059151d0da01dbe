namespace CCHC.Pipeline.Notices;

/// <summary>A letter could not be recorded as issued; nothing was changed. The message is Vietnamese and says what to do.</summary>
public sealed class NotIssuedException(string message) : Exception(message);
