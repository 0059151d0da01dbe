namespace CCHC.Infra.Tests.Template;

/// <summary>A list that somebody has read and agreed to, one thing a line, in a file beside the test.</summary>
internal static class ApprovedLines
{
    /// <summary>Says what is missing and what nobody has agreed to, rather than show two long lists.</summary>
    /// <param name="actual">What there is.</param>
    /// <param name="file">Relative to tests/Infra.Tests; to agree, edit it.</param>
    public static void ShouldBeThoseOf(this IEnumerable<string> actual, string file)
    {
        var path = $"tests/Infra.Tests/{file}";
        var approved = Repository.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var lines = actual.ToList();
        approved.Except(lines, StringComparer.Ordinal).ShouldBeEmpty($"approved in {path}, and gone");
        lines.Except(approved, StringComparer.Ordinal).ShouldBeEmpty($"not approved in {path}");
        lines.Count.ShouldBe(approved.Length, "twice");
        approved.SequenceEqual(approved.Order(StringComparer.Ordinal)).ShouldBeTrue($"{path} is not sorted");
    }
}
