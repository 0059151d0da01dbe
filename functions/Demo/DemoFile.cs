using CCHC.Pipeline.Intake;

namespace CCHC.Demo;

/// <summary>One upload of the demo.</summary>
/// <param name="Code">The unit's plain code.</param>
/// <param name="File">File name; different for every upload of a unit.</param>
/// <param name="Content">The bytes.</param>
/// <param name="UploadedAt">UTC ticks, growing from file to file.</param>
/// <param name="AsOf">The day it speaks of.</param>
/// <param name="Rows">Dossier rows in it, refused ones included; 0 where it can't be read as a table.</param>
/// <param name="Intended">What its receipt must say when files are taken in in this order.</param>
public sealed record DemoFile(
    string Code,
    string File,
    byte[] Content,
    long UploadedAt,
    DateOnly AsOf,
    int Rows,
    Outcome Intended
);
