using System.Security.Cryptography;
using System.Text.Json;

namespace CCHC.SelfHost.Azurite;

/// <summary>The one account of a store, with a key that nobody else knows.</summary>
internal sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>Every Azurite's own account, of which older stores are full: Azurite keeps the name with each blob.</summary>
    private const string WellKnown = "devstoreaccount1";
    private const string Ours = "cchc";
    private const int KeyBytes = 64;
    private const string File = "azurite.account";
    private const string Index = "__azurite_db_blob__.json";

    public static AzuriteAccount New(string name = Ours) =>
        new(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));

    /// <summary>A store's account, made with it. One from before it had a key of its own keeps its account's name.</summary>
    public static AzuriteAccount Of(string location)
    {
        var path = Path.Combine(location, File);
        if (System.IO.File.Exists(path))
            return JsonSerializer.Deserialize<AzuriteAccount>(System.IO.File.ReadAllText(path))
                ?? throw new AzuriteException($"{path} is empty: put it back, or delete it to have a new key made.");
        var account = New(System.IO.File.Exists(Path.Combine(location, Index)) ? WellKnown : Ours);
        PrivateFiles.Write(path, JsonSerializer.Serialize(account));
        return account;
    }
}
