using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CCHC.Pipeline.Storage;

/// <summary>Blob names inside their containers, spelt here only.</summary>
public static class Paths
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Export(string code, string file) => $"{code}/{file}";

    /// <summary>
    /// The longest name of an upload that can be taken in: what is stored about it has longer ones, of which
    /// "unfinished/withdraw/{code}/{file}" is the longest.
    /// </summary>
    public const int LongestExport = BlobNames.Longest - 20;

    /// <summary>The parts of "{code}/{file}"; null for a name of any other form, or one that can't be worked with.</summary>
    public static (string Code, string File)? SplitExport(string name) =>
        name.Split('/') is [{ Length: > 0 } code, { Length: > 0 } file]
        && !IsTaken(code)
        && name.Length <= LongestExport
        && BlobNames.IsSound(name)
            ? (code, file)
            : null;

    /// <summary>Folders of receipts that are no unit's: two uploads never share a receipt.</summary>
    private static bool IsTaken(string code) => code is ImpossiblePaths or StoredNames.Checklists;

    /// <summary>One entry per upload and reading: {unit}/{as-of}/{uploaded at}-{sha16}.{reading}.</summary>
    public static string Journal(string unit, DateOnly asOf, long uploadedAt, string sha16, int reading) =>
        string.Create(Plain, $"{unit}/{Periods.IsoDay.Of(asOf)}/{uploadedAt}-{sha16}.{reading}");

    /// <summary>What all blobs about one upload in a journal begin with, the dot before the reading included.</summary>
    public static string JournalUpload(string unit, DateOnly asOf, long uploadedAt, string sha16) =>
        string.Create(Plain, $"{unit}/{Periods.IsoDay.Of(asOf)}/{uploadedAt}-{sha16}.");

    /// <summary>The marker that takes an upload out of the journal.</summary>
    public static string JournalWithdrawal(string unit, DateOnly asOf, long uploadedAt, string sha16) =>
        JournalUpload(unit, asOf, uploadedAt, sha16) + "withdrawn";

    public static string JournalOf(string unit) => $"{unit}/";

    public static string JournalOn(string unit, DateOnly asOf) => $"{unit}/{Periods.IsoDay.Of(asOf)}/";

    public static string LedgerOf(string unit) => $"{unit}/";

    public static string HotLedger(string unit) => $"{unit}/hot";

    /// <summary>A cold segment, by the content's own hash: it is never changed, only followed by another.</summary>
    public static string ColdLedger(string unit, string segment, string sha16) =>
        $"{unit}{ColdLedgers}{segment}-{sha16}";

    /// <summary>What all names of cold segments, and no other, have after their unit.</summary>
    public const string ColdLedgers = "/cold/";

    public static string Receipt(string code, string file) => $"{code}/{file}.json";

    public static string ReceiptsOf(string code) => $"{code}/";

    /// <summary>The folder of receipts for uploads whose path is not "{code}/{file}".</summary>
    public const string ImpossiblePaths = "_";

    /// <summary>Where the receipt of the export with this blob name lies; an impossible path stands inside of its receipt.</summary>
    public static string ReceiptOf(string export) =>
        SplitExport(export) is var (code, file) ? Receipt(code, file) : $"{ImpossiblePaths}/{HashOf(export)}.json";

    /// <summary>Of which export "{code}/{file}" a receipt under its code is.</summary>
    public static string ExportOf(string receipt) => receipt[..^".json".Length];

    private static string HashOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Where staff's source profiles lie in settings.</summary>
    public const string Profiles = "profiles/";

    public static string Profile(string slug) => $"{Profiles}{slug}.json";

    /// <summary>The slug in a profile's blob name; null for any other blob.</summary>
    public static string? ProfileOf(string blob) =>
        blob.StartsWith(Profiles, StringComparison.Ordinal) && blob.EndsWith(".json", StringComparison.Ordinal)
            ? blob[Profiles.Length..^".json".Length]
            : null;

    public static string NoticesOf(string period) => $"{period}/";

    public static string NoticeDocx(string period, string unit) => $"{period}/{unit}.docx";

    public static string NoticeHtml(string period, string unit) => $"{period}/{unit}.html";

    /// <summary>Whether a blob of a period in notices or reports is a document, not what reviews rest on or a record.</summary>
    public static bool IsForReaders(string name) =>
        name.Split('/') is not [_, "journal" or "fields", ..] && !name.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>What the names of all documents begin with that are written together with one.</summary>
    public static string WrittenTogether(string container, string document) =>
        container == StoredNames.Reports
            ? document[..(document.LastIndexOf('/') + 1)]
            : document[..(document.LastIndexOf('.') + 1)];

    /// <summary>Names of the journal entries that a unit's frozen figures rest on, by the content's own hash.</summary>
    public static string ReviewedJournal(string period, string unit, string sha16) =>
        $"{period}/journal/{unit}-{sha16}.txt";

    /// <summary>A unit's frozen figures by field, by the content's own hash.</summary>
    public static string FrozenFields(string period, string unit, string sha16) =>
        $"{period}/fields/{unit}-{sha16}.json";

    public static string ReportsOf(string period) => $"{period}/";

    public static string Form06(string period) => $"{period}/form06.xlsx";

    public static string SummaryReport(string period) => $"{period}/summary.docx";

    /// <summary>The summary report as a page, for reading on a screen.</summary>
    public static string SummaryPage(string period) => $"{period}/summary.html";

    public static string OfficesLetter(string period) => $"{period}/offices.docx";

    public static string NewsHtml(string period) => $"{period}/news.html";

    public static string NewsText(string period) => $"{period}/news.txt";

    /// <summary>Everything that a review produces beside its letters.</summary>
    public static IReadOnlyList<string> AllReports(string period) =>
        [
            SummaryReport(period),
            SummaryPage(period),
            Form06(period),
            OfficesLetter(period),
            NewsHtml(period),
            NewsText(period),
        ];

    /// <summary>In container notices: the number and day the clerk gave a letter, and the letter with both in it.</summary>
    public static string Issue(string period, string unit) => $"{period}/issued/{unit}.json";

    public static string IssuedOf(string period) => $"{period}/issued/";

    /// <summary>Of which letter a blob beside <see cref="Issue"/> is, and its extension; null for any other blob.</summary>
    public static (string Period, string Unit, string Extension)? SplitIssued(string name) =>
        name.Split('/') is [var period, "issued", var file] && file.LastIndexOf('.') is > 0 and var dot
            ? (period, file[..dot], file[dot..])
            : null;

    /// <summary>Which document of which period and unit it is; null: none that is written here.</summary>
    public static (DocumentPlace Place, string Period, string Unit)? DocumentOf(string container, string name) =>
        name.Split('/') switch
        {
            [{ Length: > 0 } period, _] when container == StoredNames.Reports => AllReports(period).Contains(name)
                ? (DocumentPlace.Report, period, "")
                : null,
            [{ Length: > 0 } period, var file] when LetterOf(file) is { } unit => (DocumentPlace.Draft, period, unit),
            [{ Length: > 0 } period, "issued", var file] when LetterOf(file) is { } unit => (
                DocumentPlace.Issued,
                period,
                unit
            ),
            [{ Length: > 0 } period, "corrections", var file] when LetterOf(file) is { } unit => (
                DocumentPlace.Correction,
                period,
                unit
            ),
            _ => null,
        };

    private static string? LetterOf(string file) =>
        file.Length > ".docx".Length && Path.GetExtension(file) is ".docx" or ".html" ? file[..^".docx".Length] : null;

    /// <summary>In container notices: says which letter has a number; beside the periods, not in one.</summary>
    public static string NoticeNumber(int year, string authority, string number) =>
        string.Create(Plain, $"{NoticeNumbers}{year}/{authority}/{number}.txt");

    /// <summary>In container notices: that a period's review was finished, and of whom; beside the periods, not in one.</summary>
    public static string ReviewNote(string period) => $"{ReviewNotes}{period}.json";

    public const string ReviewNotes = "reviewed/";

    public const string NoticeNumbers = "numbers/";

    /// <summary>The number that is given to the letter that the blob of this name names.</summary>
    public static string NumberIn(string claim) => claim[(claim.LastIndexOf('/') + 1)..^".txt".Length];

    /// <summary>In container notices: each mail as it was posted; beside the periods, not in one.</summary>
    public const string MailCopies = "mails/";

    /// <summary>The faults that a mail about an upload tells.</summary>
    public static string FaultList(string id) => $"mail-files/{Keys.Checked(id)}.csv";

    public static string MailCopy(string id) => $"{MailCopies}{Keys.Checked(id)}.json";

    public static string IssuedDocx(string period, string unit) => $"{period}/issued/{unit}.docx";

    public static string IssuedHtml(string period, string unit) => $"{period}/issued/{unit}.html";

    /// <summary>Drafts of letters that correct what a frozen review said.</summary>
    public static string CorrectionDocx(string period, string unit) => $"{period}/corrections/{unit}.docx";

    public static string CorrectionHtml(string period, string unit) => $"{period}/corrections/{unit}.html";

    /// <summary>What became of an uploaded checklist; "checklists" is no unit's code.</summary>
    public static string ChecklistReceipt(string file) =>
        IsChecklist(file)
            ? $"{StoredNames.Checklists}/{file}.json"
            : $"{StoredNames.Checklists}/{ImpossiblePaths}/{HashOf(file)}.json";

    public const string ChecklistReceipts = StoredNames.Checklists + "/";

    /// <summary>The longest thing stored about a checklist is "poison/checklists/{file}", or its receipt.</summary>
    public static bool IsChecklist(string file) =>
        file.Length <= LongestExport
        && BlobNames.IsSound(file)
        && !file.StartsWith(ImpossiblePaths + "/", StringComparison.Ordinal);

    /// <summary>In settings: what staff can change.</summary>
    public const string Criteria = "criteria.csv";

    public const string Authority = "authority.json";

    public const string Fields = "fields.csv";

    public const string Sources = "sources.json";

    /// <summary>In settings: that staff wrote this one.</summary>
    public static string OwnSetting(string blob) => $"own/{blob}";

    /// <summary>In settings: the keys of the rows that a list of staff has.</summary>
    public static string ListKeys(string table) => $"lists/{table.ToLowerInvariant()}.json";

    /// <summary>In settings: how far sources have been pulled.</summary>
    public const string PullStates = "pull/";

    public static string PullState(string source) => $"{PullStates}{Keys.Checked(source)}.json";

    /// <summary>In settings: what staff decided not to try any more.</summary>
    public const string AllDropped = "dropped/";

    public static string Dropped(DateTimeOffset since, string id) =>
        string.Create(Plain, $"{AllDropped}{since.UtcDateTime:yyyyMMdd'T'HHmmss}-{id}.json");

    /// <summary>In settings: what lies damaged, by the hash of its place.</summary>
    public const string Damages = "damage/";

    public static string Damage(string hash) => $"{Damages}{hash}.json";

    /// <summary>In settings: that the store was filled from a backup.</summary>
    public const string RestoreMark = "restored.json";
}
