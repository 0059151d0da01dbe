using System.Globalization;
using CCHC.Pipeline.Units;

namespace CCHC.Benchmarks.National;

/// <summary>A nation's day on disk: one CSV for each of 3,321 communes, the same bytes in every run.</summary>
internal sealed class NationalFiles : IDisposable
{
    public const int RowsPerFile = 200;
    private const int Communes = 3321;
    private const int ReceivedToday = 110;
    private const int OldestInDays = 75;
    private const int FirstCode = 10_000;
    private readonly TempFolder folder = new();

    /// <summary>A Friday late in a statutory quarter, when the most periods are on the move.</summary>
    public static DateOnly AsOf { get; } = new(2022, 3, 11);

    /// <summary>Files are named by their commune, so that one list of paths is all that both sides get.</summary>
    public IReadOnlyList<string> Paths { get; } = [];

    public static int Rows => Communes * RowsPerFile;

    public UnitRegister Register { get; } =
        new(
            Enumerable
                .Range(FirstCode, Communes)
                .Select(code => new Unit(Code(code), $"Xã {code}", "commune", "870", null, null, []))
        );

    public NationalFiles()
    {
        Paths = [.. Register.All.Select(unit => Path.Combine(folder.Path, $"{unit.Id}_{AsOf:yyyy-MM-dd}.csv"))];
        Parallel.ForEach(Paths.Index(), path => Write(path.Item, path.Index));
    }

    /// <summary>The commune's code in a path of <see cref="Paths"/>.</summary>
    public static string CodeIn(string path) => Path.GetFileName(path)[..5];

    public void Dispose() => folder.Dispose();

    private static UnitCode Code(int number) =>
        UnitCode.TryParse(number.ToString(CultureInfo.InvariantCulture), out var code)
            ? code
            : throw new InvalidOperationException($"{number} is no unit code");

    private static void Write(string path, int seed)
    {
        var chance = new Random(seed);
        var line = new DossierLine(chance, AsOf);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"000.{seed / 100:00}.{seed % 100:00}.H20");
        using var file = new StreamWriter(path);
        file.WriteLine(DossierLine.Header);
        for (var row = 1; row <= RowsPerFile; row++)
            file.WriteLine(row <= ReceivedToday ? New(row) : Older(row));

        string New(int row) => line.Write(row, prefix, Any(Procedures.All), AsOf)!;

        string Older(int row)
        {
            while (true)
            {
                var age = 1 + (int)(OldestInDays * Math.Pow(chance.NextDouble(), 2));
                var received = AsOf.AddDays(-age);
                if (received.IsWorkingDay() && line.Write(row, prefix, Any(Procedures.All), received) is { } text)
                    return text;
            }
        }

        // The first are the most frequent.
        Procedure Any(IReadOnlyList<Procedure> all) => all[(int)(all.Count * Math.Pow(chance.NextDouble(), 2))];
    }
}
