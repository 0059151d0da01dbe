using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline;

/// <summary>Checks a section's settings by their annotations, and says what is wrong in Vietnamese alone.</summary>
/// <param name="section">Its name in the configuration.</param>
internal sealed class SettingsInWords<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        string[] wrong = [.. OfProperties(options), .. OfTheWhole(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> OfProperties(T options) =>
        from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from rule in property.GetCustomAttributes<ValidationAttribute>()
        where !rule.IsValid(property.GetValue(options))
        select $"{section}:{property.Name} {WordsOf(rule)}.";

    private static IEnumerable<string> OfTheWhole(T options) =>
        options is IValidatableObject whole ? whole.Validate(new(options)).Select(each => each.ErrorMessage!) : [];

    private static string WordsOf(ValidationAttribute rule) =>
        rule switch
        {
            { ErrorMessage: { } words } => words,
            RangeAttribute range => $"phải từ {range.Minimum} đến {range.Maximum}",
            RequiredAttribute => "không được để trống",
            _ => "không đúng dạng",
        };
}
