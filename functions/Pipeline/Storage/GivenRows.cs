using Azure;
using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

internal static class GivenRows
{
    /// <summary>Adds a row that the program ships with; one that lies there already is staff's and stays.</summary>
    public static async Task GiveAsync(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException there) when (there.IsMoved())
        {
            // Given before, and perhaps changed since.
        }
    }
}
