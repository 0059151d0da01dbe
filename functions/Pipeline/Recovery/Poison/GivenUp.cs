using System.Security.Cryptography;
using System.Text;

namespace CCHC.Pipeline.Recovery.Poison;

/// <summary>Something that was tried five times and given up, for staff: the words are Vietnamese.</summary>
/// <param name="Mark">Its mark, e.g. "exports/29956/a.csv".</param>
/// <param name="Since">When it was given up first.</param>
/// <param name="Times">How often it was given up, or tried, if that is known better.</param>
/// <param name="What">What it is.</param>
/// <param name="Why">What is known of the reason.</param>
/// <param name="Todo">What staff can do.</param>
public sealed record GivenUp(string Mark, DateTimeOffset Since, int Times, string What, string Why, string Todo)
{
    /// <summary>The queue in which its message still lies, since no function has marked it; "" once it is marked.</summary>
    public string Queue { get; init; } = "";

    /// <summary>Short enough to be typed.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Mark)))[..8];

    public bool IsCalled(string id) => id == Mark || string.Equals(id, Id, StringComparison.OrdinalIgnoreCase);
}
