namespace CCHC.Pipeline.Storage;

/// <summary>What a document for readers is.</summary>
public enum DocumentPlace
{
    /// <summary>A unit's letter without number and day.</summary>
    Draft,

    /// <summary>The same with both, as it was issued.</summary>
    Issued,

    /// <summary>A draft that corrects what a frozen review said, by the data of the day it was drawn on.</summary>
    Correction,

    /// <summary>Of a whole review: summary, form 06, the offices' letter, the news.</summary>
    Report,
}
