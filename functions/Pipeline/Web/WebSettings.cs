using System.ComponentModel.DataAnnotations;

namespace CCHC.Pipeline.Web;

/// <summary>Configuration section "Web": how other people's servers are asked.</summary>
public sealed record WebSettings : IValidatableObject
{
    /// <summary>Development and offline pilots only: private, loopback and other special addresses may be asked.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Who asks; a server's owner should find out whom to write to.</summary>
    [Required]
    [RegularExpression("^[!-~][ -~]{0,199}$", ErrorMessage = "phải là chữ không dấu, không quá 200 ký tự")]
    public string UserAgent { get; init; } = "CCHC/1.0 (theo doi cai cach hanh chinh; kiem tra tu dong)";

    /// <summary>Between two requests to one host, tries included.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan PausePerHost { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After the first try.</summary>
    [Range(0, 10)]
    public int MostRetries { get; init; } = 2;

    /// <summary>Before the first retry; doubled each time, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A server that wants to be left alone for longer is asked again another day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A page: one try, its whole body included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan PageTryTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A page: all tries and pauses.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:30:00")]
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An export: one try, its whole body included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan ExportTryTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An export: all tries and pauses.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:30:00")]
    public TimeSpan ExportTimeout { get; init; } = TimeSpan.FromMinutes(7);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PageTryTimeout > PageTimeout)
            yield return new("Web:PageTryTimeout không được dài hơn Web:PageTimeout.");
        if (ExportTryTimeout > ExportTimeout)
            yield return new("Web:ExportTryTimeout không được dài hơn Web:ExportTimeout.");
    }
}
