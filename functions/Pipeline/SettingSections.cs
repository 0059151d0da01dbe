using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline;

/// <summary>Sections of the configuration, told in Vietnamese where they are wrong, at the start and not at night.</summary>
internal static class SettingSections
{
    public static IServiceCollection AddSettings<T>(
        this IServiceCollection services,
        IConfiguration configuration,
        string section
    )
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new SettingsInWords<T>(section));
        services
            .AddOptions<T>()
            .Configure(options => Bind(configuration.GetSection(section), options))
            .ValidateOnStart();
        return services;
    }

    /// <summary>Checked before it is bound: the binder says in English what it could not convert.</summary>
    /// <exception cref="OptionsValidationException">A text is no number, or none of the choices.</exception>
    private static void Bind<T>(IConfigurationSection section, T options)
        where T : class
    {
        var wrong = typeof(T)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => Fault(section, property))
            .OfType<string>()
            .ToList();
        if (wrong.Count > 0)
            throw new OptionsValidationException(section.Key, typeof(T), wrong);
        section.Bind(options);
    }

    private static string? Fault(IConfigurationSection section, PropertyInfo property)
    {
        var (type, text) = (property.PropertyType, section[property.Name]);
        if (text is null || type == typeof(string) || TypeDescriptor.GetConverter(type).IsValid(text))
            return null;
        var found = text.Length == 0 ? "đang để trống" : $"là \"{text}\"";
        return $"{section.Key}:{property.Name} {found}; ghi {Kind(type)}, hoặc bỏ hẳn thiết lập này.";
    }

    private static string Kind(Type type) =>
        type.IsEnum ? string.Join(" hoặc ", Enum.GetNames(type))
        : type == typeof(bool) ? "true hoặc false"
        : type == typeof(TimeSpan) ? "khoảng thời gian dạng 00:01:30"
        : "một số nguyên";
}
