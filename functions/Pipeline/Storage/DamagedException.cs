namespace CCHC.Pipeline.Storage;

/// <summary>
/// Something stored can't be read. It is no fault of the upload whose take-in met it: that goes on waiting, and is not
/// given up.
/// </summary>
public abstract class DamagedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Place and words for staff.</summary>
    public abstract Damage Damage { get; }
}
