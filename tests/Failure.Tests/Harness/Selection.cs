using System.Globalization;
using CCHC.Failure.Tests.Faults;

namespace CCHC.Failure.Tests.Harness;

/// <summary>
/// Which points are tried: a part of the larger scenarios' by default, all with CCHC_FAULTS=all, one with
/// CCHC_FAULTS="scenario number:kind". The part that is left out moves with CCHC_FAULTS_SEED.
/// </summary>
internal static class Selection
{
    public const string Variable = "CCHC_FAULTS";

    /// <summary>So many points of a larger scenario are tried by default.</summary>
    private const int MostPoints = 8;

    /// <summary>A scenario of so few points is tried at all of them.</summary>
    private const int SmallEnough = 36;

    /// <summary>An act of so few requests is overtaken at each of them: law 3 shows at two or three only.</summary>
    private const int FewRequests = 16;

    private static readonly string Asked = Environment.GetEnvironmentVariable(Variable) ?? "";

    public static bool Wants(Scenario scenario) => Asked is "" or "all" || Asked.Split(' ')[0] == scenario.Name;

    public static IReadOnlyList<FaultPoint> Of(Scenario scenario, IReadOnlyList<SentRequest> sent)
    {
        var all = All(scenario, sent);
        if (Asked is "all" || Asked == scenario.Name)
            return all;
        if (Asked.Length > 0)
            return [.. all.Where(point => point.Name == Asked.Split(' ')[1])];
        if (all.Count <= SmallEnough)
            return all;
        // A stride that shares no factor with the number of kinds meets every kind at every part of the act.
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CCHC_FAULTS_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : 1;
        var stride = (double)all.Count / MostPoints;
        return
        [
            .. Enumerable
                .Range(0, MostPoints)
                .Select(each => all[(int)(each * stride + seed * 17 % stride) % all.Count])
                .Union(all.Where(point => sent.Count <= FewRequests && point.Kind is FaultKind.Overtaken)),
        ];
    }

    /// <summary>How many there are in all.</summary>
    public static int CountOf(Scenario scenario, IReadOnlyList<SentRequest> sent) => All(scenario, sent).Count;

    private static List<FaultPoint> All(Scenario scenario, IReadOnlyList<SentRequest> sent) =>
        [
            .. sent.Index()
                .SelectMany(request =>
                    Enum.GetValues<FaultKind>()
                        .Where(kind => kind is not FaultKind.Overtaken || scenario.Beside.Count > 0)
                        .Select(kind => new FaultPoint(request.Index + 1, request.Item, kind))
                ),
        ];
}
