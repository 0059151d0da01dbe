using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Worker;

public sealed class WorkerTypesTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The app is compiled against the official packages too: what isn't there must not be here.</summary>
    [Fact]
    public void The_declared_types_are_those_the_app_may_use()
    {
        var types = typeof(FunctionAttribute)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        var lines = types.SelectMany(type => (string[])[$"{type.FullName} : {type.BaseType?.Name}", .. Members(type)]);
        $"{string.Join('\n', lines)}\n".ShouldMatchApproved(approval => approval.WithFileExtension(".txt"));
    }

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared)
            .Where(member => member is not MethodInfo { IsSpecialName: true } and not FieldInfo { IsSpecialName: true })
            .Select(member => $"    {member}")
            .Order(StringComparer.Ordinal);
}
