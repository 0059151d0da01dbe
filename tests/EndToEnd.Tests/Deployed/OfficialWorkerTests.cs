using System.Reflection;
using System.Runtime.Loader;
using CCHC.SelfHost.Tests.Worker;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.EndToEnd.Tests.Deployed;

/// <summary>SelfHost's types against those of the official packages. Run by ./check where these restore.</summary>
public sealed class OfficialWorkerTests
{
    /// <summary>SelfHost may declare less, never more or otherwise.</summary>
    [Fact(Explicit = true)]
    public void Every_member_declared_here_is_one_of_the_official_type()
    {
        var official = Worker(new Published().Worker).ToDictionary(type => type.FullName!);
        var declared = Worker([typeof(FunctionAttribute).Assembly]).ToList();
        declared.Count.ShouldBeGreaterThan(10);
        declared.Select(type => type.FullName!).Except(official.Keys).ShouldBeEmpty();
        declared
            .SelectMany(type =>
                Signatures.Members(type).Except(Signatures.Members(official[type.FullName!])).Prepend(type.FullName!)
            )
            .ShouldBe(declared.Select(type => type.FullName!));
    }

    private static IEnumerable<Type> Worker(IEnumerable<Assembly> assemblies) =>
        assemblies
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.Namespace!.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal));

    /// <summary>The published assemblies, beside this process's own of the same names.</summary>
    private sealed class Published() : AssemblyLoadContext("published")
    {
        public IEnumerable<Assembly> Worker =>
            Directory
                .EnumerateFiles(PublishedApp.Folder, "Microsoft.Azure.Functions.Worker*.dll")
                .Select(LoadFromAssemblyPath);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(PublishedApp.Folder, $"{assemblyName.Name}.dll") is var path && File.Exists(path)
                ? LoadFromAssemblyPath(path)
                : null;
    }
}
