using System.Reflection.PortableExecutable;

namespace CCHC.EndToEnd.Tests.Deployed;

public sealed class ReadyToRunTests
{
    /// <summary>An image of x64 says 0x8664; compiled ahead for Linux it is masked with that system's number.</summary>
    private const ushort LinuxX64 = 0x8664 ^ 0x7B79;

    private static readonly string[] StartedWith =
    [
        "CCHC.Functions.dll",
        "CCHC.Triggers.dll",
        "CCHC.Pipeline.dll",
        "Azure.Core.dll",
        "Azure.Storage.Blobs.dll",
        "Azure.Data.Tables.dll",
        "Microsoft.Azure.Functions.Worker.Core.dll",
        "Microsoft.Azure.Functions.Worker.Grpc.dll",
    ];

    /// <summary>Apart from the other published tests: the compiler's packages may be lacking where the worker's are not.</summary>
    [Fact(Explicit = true)]
    public void What_an_instance_starts_with_is_compiled_ahead_for_linux() =>
        StartedWith.Where(assembly => !IsCompiledAhead(PublishedApp.At(assembly))).ShouldBeEmpty();

    private static bool IsCompiledAhead(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 }
            && (ushort)file.PEHeaders.CoffHeader.Machine == LinuxX64;
    }
}
