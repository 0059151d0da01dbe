using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Notices;

/// <summary>All issuing authorities; exactly one on a day that has any.</summary>
public sealed class Authorities
{
    // A misspelt or empty entry is told to staff, not passed over.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<Authorities> ShippedOnce = new(() => Parse(Units.Shipped.Read("authority.json")));
    private readonly IReadOnlyList<Authority> inOrder;

    public Authorities(IEnumerable<Authority> authorities)
    {
        inOrder = [.. authorities.OrderBy(authority => authority.ValidFrom ?? DateOnly.MinValue)];
        var faults = inOrder.SelectMany(authority => authority.Faults()).ToList();
        if (faults.Count > 0)
            throw new InvalidDataException($"Cơ quan ban hành: {string.Join("; ", faults)}.");
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (earlier.Term.Overlaps(later.Term))
                throw new InvalidDataException(
                    $"Hai cơ quan ban hành cùng hiệu lực: {earlier.Head} và {later.Head}. Sửa validFrom, validTo."
                );
        }
    }

    /// <summary>Hồng Ngự district until June 2025, Đồng Tháp province since.</summary>
    public static Authorities Shipped => ShippedOnce.Value;

    /// <summary>From a JSON array as staff keep it.</summary>
    /// <exception cref="InvalidDataException">The message is Vietnamese and says what to mend.</exception>
    public static Authorities Parse(string json)
    {
        try
        {
            return new(JsonSerializer.Deserialize<List<Authority>>(json, Strict) ?? []);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Danh sách cơ quan ban hành không đọc được: {e.Message}", e);
        }
    }

    /// <summary>Who issues letters on that day.</summary>
    /// <exception cref="InvalidDataException">No authority is valid on that day.</exception>
    public Authority On(DateOnly day) =>
        inOrder.FirstOrDefault(authority => authority.Term.Includes(day))
        ?? throw new InvalidDataException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Không có cơ quan ban hành nào có hiệu lực ngày {DayText.Of(day)}."
            )
        );
}
