using System.Reflection;
using CCHC.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Infra.Tests.Template;

/// <summary>A function of App, as its attributes declare it.</summary>
/// <param name="Name">Of the function.</param>
/// <param name="Trigger">The attribute that starts it.</param>
internal sealed record Function(string Name, Attribute Trigger)
{
    public static IReadOnlyList<Function> All { get; } =
    [
        .. from type in typeof(TakeInFunctions).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select new Function(function.Name, TriggerOf(method)),
    ];

    public static IEnumerable<(string Function, T Trigger)> With<T>()
        where T : Attribute => from one in All where one.Trigger is T select (one.Name, (T)one.Trigger);

    private static Attribute TriggerOf(MethodInfo method) =>
        method
            .GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Single(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
}
