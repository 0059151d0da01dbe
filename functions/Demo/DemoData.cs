namespace CCHC.Demo;

/// <summary>The lists of folder Data.</summary>
public static class DemoData
{
    public static string Read(string file)
    {
        using var stream =
            typeof(DemoData).Assembly.GetManifestResourceStream($"CCHC.Demo.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
