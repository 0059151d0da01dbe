namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>One mutated sample; the same seed and number always give the same bytes.</summary>
internal sealed record FuzzCase(int Seed, int Number, string File, byte[] Content)
{
    private const int Longest = 1024 * 1024;
    private static readonly List<(string File, byte[] Content)> Corpus =
    [
        .. SampleFolder.Exports.Select(file => (file, SampleFolder.Bytes("exports", file))),
    ];

    public static FuzzCase Of(int seed, int number)
    {
        var chance = new Random(HashCode(seed, number));
        var (file, content) = Corpus[chance.Next(Corpus.Count)];
        for (var left = 1 + chance.Next(5); left > 0; left--)
            content = Mutate(content, chance);
        return new(seed, number, file, content.Length > Longest ? content[..Longest] : content);
    }

    private static byte[] Mutate(byte[] content, Random chance)
    {
        if (PackageMutation.Fits(content) && chance.Next(4) > 0)
            return PackageMutation.Apply(content, chance, part => MutateBytes(part, chance));
        return MutateBytes(content, chance);
    }

    private static byte[] MutateBytes(byte[] content, Random chance) =>
        chance.Next(2) == 0
            ? ByteMutation.Apply(content, chance, () => Corpus[chance.Next(Corpus.Count)].Content)
            : TokenMutation.Apply(content, chance);

    /// <summary>Not System.HashCode: that differs from process to process.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 486_187_739) + (number * 16_777_619) + 17);
}
