using System.Reflection;
using System.Runtime.CompilerServices;

namespace CCHC.SelfHost.Tests.Worker;

/// <summary>Public types as C# would declare them: a line for the type, one for each member it declares itself.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The type's line, then its members' in ordinal order.</summary>
    public static IEnumerable<string> Of(Type type) => [Header(type), .. Members(type).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Members(Type type) =>
        type.IsEnum
            ? Enum.GetNames(type).Select(name => $"    {name} = {(int)Enum.Parse(type, name)}")
            :
            [
                .. type.GetConstructors(Declared).Select(constructor => $"    {type.Name}({Parameters(constructor)})"),
                .. type.GetProperties(Declared).Select(Property),
                .. type.GetMethods(Declared).Where(method => !method.IsSpecialName).Select(Method),
            ];

    private static string Header(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : "class";
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        return $"{kind} {type.FullName}{(usage is null ? "" : $" on {usage.ValidOn}")}";
    }

    private static string Property(PropertyInfo property)
    {
        var isNullable = new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable;
        var accessors = property.SetMethod is { IsPublic: true } ? "get; set;" : "get;";
        return $"    {Name(property.PropertyType)}{(isNullable ? "?" : "")} {property.Name} {{ {accessors} }}";
    }

    private static string Method(MethodInfo method) =>
        $"    {Name(method.ReturnType)} {method.Name}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isExtended = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute));
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute));
        return $"{(isExtended ? "this " : isParams ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}";
    }

    private static string Name(Type type) =>
        type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type == typeof(string) ? "string"
        : type == typeof(bool) ? "bool"
        : type == typeof(void) ? "void"
        : type.Name;
}
