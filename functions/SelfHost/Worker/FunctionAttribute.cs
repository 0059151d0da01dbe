namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Marks a public method as a function. Like everything in this folder it has the name and shape of the official
/// isolated worker's type, so that the app's sources compile unchanged against either (design.md §2).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
