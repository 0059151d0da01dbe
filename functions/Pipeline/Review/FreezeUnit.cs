using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Freezes one unit's review: what it rests on first, the row that names it last.</summary>
public sealed class FreezeUnit(Store store, ExamineUnit examine, FrozenFields fields, ReviewTable table)
{
    /// <summary>The frozen row, from an earlier try or made now.</summary>
    public async Task<ReviewedUnit> FreezeAsync(
        ReviewBasis basis,
        Unit unit,
        Period period,
        CancellationToken cancellation
    )
    {
        if (basis.Frozen.TryGetValue(unit.Id, out var frozen))
            return frozen;
        var examined = await Tracing.StepAsync(
            Spans.ExamineUnit,
            () => examine.ExamineAsync(basis, unit, period, cancellation)
        );
        return await Tracing.StepAsync(Spans.FreezeUnit, () => FreezeAsync(examined, cancellation));
    }

    private async Task<ReviewedUnit> FreezeAsync(ExaminedUnit examined, CancellationToken cancellation)
    {
        await WriteAsync(examined, cancellation);
        await fields.WriteAsync(examined.Unit, examined.Fields, cancellation);
        return await table.AddAsync(examined.Unit, cancellation);
    }

    private async Task WriteAsync(ExaminedUnit examined, CancellationToken cancellation)
    {
        var (reviewed, journal) = (examined.Unit, examined.Journal);
        var path = Paths.ReviewedJournal(reviewed.Period.Name, reviewed.Unit.Id, journal.Sha256[..16]);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" },
        };
        await store
            .Container(StoredNames.Reports)
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromBytes(journal.Lines), options, cancellation);
    }
}
