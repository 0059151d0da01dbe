using System.Globalization;
using DuckDB.NET.Data;

namespace CCHC.Benchmarks.National;

/// <summary>The rival: DuckDB in this process, the same counts from the same files by one statement.</summary>
internal sealed class DuckDbSide : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly string statement;

    /// <summary>Starts it up; what follows is work only.</summary>
    public DuckDbSide(NationalFiles files, int threads)
    {
        connection.Open();
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA threads = {threads}"));
        Execute("SET preserve_insertion_order = false");
        statement = Statement(files);
        Execute("SELECT 1");
    }

    /// <summary>Leaves its result in the table <c>figures</c>.</summary>
    public void Run() => Execute(statement);

    public DuckDBDataReader Figures()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM figures";
        return command.ExecuteReader();
    }

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Statement(NationalFiles files)
    {
        using var stream = typeof(DuckDbSide).Assembly.GetManifestResourceStream("national.sql")!;
        using var reader = new StreamReader(stream);
        var columns = DossierLine.Header.Split(',').Select(column => $"'{column}': 'VARCHAR'");
        return reader
            .ReadToEnd()
            .Replace(
                "{files}",
                $"[{string.Join(", ", files.Paths.Select(path => $"'{path}'"))}]",
                StringComparison.Ordinal
            )
            .Replace("{columns}", $"{{{string.Join(", ", columns)}}}", StringComparison.Ordinal)
            .Replace(
                "{as-of}",
                NationalFiles.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
    }
}
