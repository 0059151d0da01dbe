using CCHC.Pipeline.Intake;
using static CCHC.Pipeline.Tests.Oracle.Some;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>domain.md §5, joining: each rule worked by hand, so that the oracle is trusted.</summary>
public class NaiveDossierTests
{
    private static readonly NaiveLine Line = Dossier("2022-01-10");

    [Fact]
    public void A_later_as_of_wins_even_if_it_was_uploaded_earlier()
    {
        var early = Upload("2022-01-12", Line with { Due = Day("2022-01-20") });
        var late = Upload("2022-01-11", Line with { Due = Day("2022-01-30") }) with
        {
            UploadedAt = early.UploadedAt + 1,
        };
        Joined(late, early).Due.ShouldBe(Day("2022-01-20"));
        Joined(late, early).FirstDue.ShouldBe(Day("2022-01-30"));
    }

    [Fact]
    public void Of_one_as_of_the_later_upload_wins_and_then_the_greater_hash()
    {
        var first = Upload("2022-01-12", Line with { Field = "Hộ tịch" }) with { Sha256 = "bb" };
        var second = Upload("2022-01-12", Line with { Field = "Đất đai" }) with { Sha256 = "aa" };
        Joined(second with { UploadedAt = first.UploadedAt + 1 }, first).Field.ShouldBe("dat-dai");
        Joined(first, second).Field.ShouldBe("ho-tich");
    }

    [Fact]
    public void A_blank_cell_and_a_missing_column_erase_nothing()
    {
        var full = Upload("2022-01-11", Line with { Level = Level.Full, Procedure = "1.001193.h20", Digitised = true });
        var blank = Upload("2022-01-12", Line);
        var without = Upload("2022-01-13", Line with { Level = Level.Partial }) with
        {
            Columns = NaiveUpload.AllColumns & ~KeptColumns.Level,
        };
        var dossier = Joined(full, blank, without);
        dossier.Level.ShouldBe(Level.Full);
        dossier.Procedure.ShouldBe("1.001193.H20");
        dossier.Digitised.ShouldBe(true);
        dossier.PaidOnline.ShouldBeNull();
    }

    [Fact]
    public void Within_one_upload_the_lower_line_wins_per_cell()
    {
        var dossier = Joined(
            Upload(
                "2022-01-12",
                Line with
                {
                    Status = Status.New,
                    Due = Day("2022-01-20"),
                    Channel = Channel.Online,
                },
                Dossier("2022-01-11") with
                {
                    Status = Status.Processing,
                    Channel = Channel.Unrecognised,
                }
            )
        );
        dossier.Received.ShouldBe(Day("2022-01-11"));
        dossier.PresentStatus.ShouldBe(Status.Processing);
        dossier.Due.ShouldBe(Day("2022-01-20"));
        dossier.Channel.ShouldBe(Channel.Online);
    }

    [Theory]
    [InlineData(Status.Receiving)]
    [InlineData(Status.Denied)]
    [InlineData(Status.Processing)]
    [InlineData(Status.Waiting)]
    public void A_date_from_a_later_upload_than_the_status_decides(Status status)
    {
        var dossier = Joined(
            Upload("2022-01-12", Line with { Status = status }),
            Upload("2022-01-13", Line with { Returned = Day("2022-01-13") })
        );
        dossier.PresentStatus.ShouldBe(Status.Releasing);
        dossier.IsCounted.ShouldBeTrue();
        dossier.Finished.ShouldBe(Day("2022-01-13"));
        dossier.Returned.ShouldBe(Day("2022-01-13"));
    }

    [Fact]
    public void Withdrawn_stays_withdrawn_whatever_date_comes_later() =>
        Joined(
            Upload("2022-01-12", Line with { Status = Status.Cancelled }),
            Upload("2022-01-13", Line with { Finished = Day("2022-01-13") })
        )
            .IsWithdrawn.ShouldBeTrue();

    [Theory]
    [InlineData("2022-01-12")]
    [InlineData("2022-01-14")]
    public void Under_an_open_status_of_the_same_or_a_later_upload_dates_do_not_count(string asOf)
    {
        var dossier = Joined(
            Upload("2022-01-12", Line with { Finished = Day("2022-01-12"), Returned = Day("2022-01-12") }),
            Upload(asOf, Line with { Status = Status.Processing }) with
            {
                UploadedAt = Upload("2022-01-12").UploadedAt,
            }
        );
        dossier.Finished.ShouldBeNull();
        dossier.Returned.ShouldBeNull();
    }

    [Fact]
    public void A_later_date_frees_the_older_one_too()
    {
        var dossier = Joined(
            Upload("2022-01-11", Line with { Returned = Day("2022-01-11") }),
            Upload("2022-01-12", Line with { Status = Status.Processing }),
            Upload("2022-01-13", Line with { Finished = Day("2022-01-13") })
        );
        dossier.Finished.ShouldBe(Day("2022-01-13"));
        dossier.Returned.ShouldBe(Day("2022-01-11"));
    }

    [Fact]
    public void Without_any_status_the_finished_date_decides_and_else_the_returned_one()
    {
        Joined(Upload("2022-01-13", Line with { Returned = Day("2022-01-12") })).Finished.ShouldBe(Day("2022-01-12"));
        Joined(Upload("2022-01-13", Line)).Finished.ShouldBeNull();
        Joined(Upload("2022-01-13", Line with { Finished = Day("2022-01-11"), Returned = Day("2022-01-12") }))
            .Finished.ShouldBe(Day("2022-01-11"));
    }

    [Fact]
    public void A_closed_status_without_dates_finishes_on_the_first_day_it_was_seen_closed()
    {
        var dossier = Joined(
            Upload("2022-01-20", Line with { Status = Status.Done }),
            Upload("2022-01-15", Line with { Status = Status.Processing }),
            Upload("2022-01-12", Line with { Status = Status.Releasing })
        );
        dossier.Finished.ShouldBe(Day("2022-01-12"));
        dossier.Returned.ShouldBeNull();
    }

    [Fact]
    public void Under_a_closed_status_an_old_date_counts_although_it_was_reopened_in_between() =>
        Joined(
            Upload("2022-01-12", Line with { Status = Status.Done, Finished = Day("2022-01-12") }),
            Upload("2022-01-15", Line with { Status = Status.Processing }),
            Upload("2022-01-20", Line with { Status = Status.Done })
        )
            .Finished.ShouldBe(Day("2022-01-12"));

    [Fact]
    public void Nothing_is_finished_before_it_was_received()
    {
        var dossier = Joined(
            Upload("2022-01-12", Line with { Finished = Day("2022-01-11"), Returned = Day("2022-01-11") }),
            Upload("2022-01-13", Dossier("2022-01-12"))
        );
        dossier.Finished.ShouldBe(Day("2022-01-12"));
        dossier.Returned.ShouldBe(Day("2022-01-11"));
    }

    [Theory]
    [InlineData(Channel.Blank, true, Channel.Blank, true, Channel.InPerson)]
    [InlineData(Channel.Blank, false, Channel.Blank, false, null)]
    [InlineData(Channel.Blank, false, Channel.Blank, true, Channel.InPerson)]
    [InlineData(Channel.Unrecognised, true, Channel.Blank, true, null)]
    [InlineData(Channel.Postal, true, Channel.Unrecognised, true, Channel.Postal)]
    [InlineData(Channel.Online, true, Channel.InPerson, true, Channel.InPerson)]
    [InlineData(Channel.Online, true, Channel.Blank, true, Channel.Online)]
    public void A_channel_is_the_latest_known_else_unknown_else_in_person(
        Channel first,
        bool firstHasColumn,
        Channel second,
        bool secondHasColumn,
        Channel? expected
    )
    {
        var dossier = Joined(
            With("2022-01-12", Line with { Channel = first, ReturnChannel = first }, firstHasColumn),
            With("2022-01-13", Line with { Channel = second, ReturnChannel = second }, secondHasColumn)
        );
        dossier.Channel.ShouldBe(expected);
        dossier.ReturnChannel.ShouldBe(expected);
    }

    private static NaiveUpload With(string asOf, NaiveLine line, bool channels) =>
        Upload(asOf, line) with
        {
            Columns = channels
                ? NaiveUpload.AllColumns
                : NaiveUpload.AllColumns & ~(KeptColumns.Channel | KeptColumns.ReturnChannel),
        };
}
