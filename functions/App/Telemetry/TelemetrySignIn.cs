using Azure.Core;
using Azure.Identity;

namespace CCHC.Functions.Telemetry;

/// <summary>With which managed identity telemetry is sent: Application Insights takes no keys.</summary>
/// <param name="ClientId">Of a user-assigned identity; null for the app's own.</param>
public sealed record TelemetrySignIn(string? ClientId)
{
    /// <summary>Read by the Functions host too: <c>ClientId=…;Authorization=AAD</c>, or <c>Authorization=AAD</c>.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Null when nothing is set: an Application Insights that takes the key of its connection string.</summary>
    /// <exception cref="FormatException">What is set isn't of that form.</exception>
    public static TelemetrySignIn? From(string? authentication)
    {
        if (string.IsNullOrWhiteSpace(authentication))
            return null;
        string? client = null;
        var isSignIn = false;
        foreach (var part in authentication.Split(';', StringSplitOptions.RemoveEmptyEntries))
            switch (part.Split('=', 2, StringSplitOptions.TrimEntries))
            {
                case [var key, { Length: > 0 } value] when key.Equals("ClientId", StringComparison.OrdinalIgnoreCase):
                    client = value;
                    break;
                case [var key, var value] when key.Equals("Authorization", StringComparison.OrdinalIgnoreCase):
                    isSignIn = value.Equals("AAD", StringComparison.OrdinalIgnoreCase);
                    break;
                default:
                    throw NotOfThatForm(authentication);
            }
        return isSignIn ? new TelemetrySignIn(client) : throw NotOfThatForm(authentication);
    }

    public TokenCredential ToCredential() =>
        new ManagedIdentityCredential(
            ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId)
        );

    private static FormatException NotOfThatForm(string authentication) =>
        new(
            $"Setting {Setting} is \"{authentication}\"; it must be ClientId=…;Authorization=AAD or Authorization=AAD."
        );
}
