namespace CCHC.Pipeline.Web;

/// <summary>A fault found below the client; asking again would find it again.</summary>
internal sealed class WebFaultException(WebFault fault, string message) : Exception(message)
{
    public WebFault Fault => fault;

    /// <summary>Somewhere among the causes, if at all.</summary>
    public static WebFaultException? In(Exception? thrown)
    {
        for (; thrown is not null; thrown = thrown.InnerException)
        {
            if (thrown is WebFaultException found)
                return found;
        }
        return null;
    }
}
