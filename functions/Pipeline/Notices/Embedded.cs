namespace CCHC.Pipeline.Notices;

/// <summary>Files shipped inside the assembly.</summary>
internal static class Embedded
{
    public static string Text(string file)
    {
        using var stream =
            typeof(Embedded).Assembly.GetManifestResourceStream($"CCHC.Pipeline.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
