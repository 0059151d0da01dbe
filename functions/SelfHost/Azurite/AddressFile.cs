using System.Text.Json;

namespace CCHC.SelfHost.Azurite;

/// <summary>
/// Where a folder's Azurite listens, or listened last: the next one tries the same ports, so that who still holds the
/// old connection string finds it again.
/// </summary>
internal static class AddressFile
{
    private const string Name = "azurite.json";

    public static AzuriteAddresses? Read(string location)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(location, Name));
            return JsonSerializer.Deserialize<AzuriteAddresses>(text) is { Account: not null } known ? known : null;
        }
        catch (Exception none) when (none is IOException or JsonException)
        {
            return null;
        }
    }

    public static void Write(string location, AzuriteAddresses addresses) =>
        PrivateFiles.Write(Path.Combine(location, Name), JsonSerializer.Serialize(addresses));
}
