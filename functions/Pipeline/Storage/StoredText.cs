namespace CCHC.Pipeline.Storage;

/// <summary>A setting that staff keep as a text, as it is stored: whoever uses it judges it.</summary>
/// <param name="Name">Its own part of the blob's name.</param>
/// <param name="Text">The content.</param>
public sealed record StoredText(string Name, string Text);
