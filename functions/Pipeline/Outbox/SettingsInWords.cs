using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox;

/// <summary>Checks settings by their annotations and says only their own sentences, without an English frame.</summary>
internal sealed class SettingsInWords<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new(options), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(each => each.ErrorMessage!));
    }
}
