using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Pipeline.Tests.Stored;

/// <summary>
/// Names of choices lie in journals, rows and receipts for decades. One may be added; one renamed makes what was stored
/// unreadable.
/// </summary>
public sealed class PersistedNamesTests
{
    public static TheoryData<Type, string> Names =>
        new()
        {
            { typeof(Status), "Receiving Denied New Processing Waiting Paying Unresolved Cancelled Releasing Done" },
            { typeof(Channel), "Blank Unrecognised InPerson Online Postal" },
            {
                typeof(KeptColumns),
                "None Code Received Due Finished Returned Status Channel ReturnChannel Level Field Procedure Digitised PaidOnline"
            },
            { typeof(PeriodScheme), "Statutory Calendar" },
            { typeof(Outcome), "Accepted Partly Refused Quarantined Duplicate Failed Withdrawn" },
            { typeof(Verdict), "Below Met Insufficient None" },
            { typeof(Insufficiency), "None EndsEarly DaysMissing Unknown Undecided NoDossiers" },
            { typeof(CriterionGap), "None NoLine NoEvidence NotChecked CannotTell" },
            { typeof(CriterionKind), "Date Count YesNo Address" },
            { typeof(PageStatus), "Published WithoutWords Missing Unreadable Unreachable Refused" },
            { typeof(FollowUpOutcome), "Open Corrected Repeated" },
            { typeof(MailState), "Pending Sent Failed Held" },
            { typeof(RecipientState), "Waiting Taken Unconfirmed Refused NotAllowed" },
            { typeof(DayProgress), "Wanted None Put Refused Had" },
            {
                typeof(Count),
                """
                    Received ReceivedOnline ReceivedInPerson ReceivedPostal ReceivedUnknownChannel CarriedOver Finished Early
                    OnTime Overdue Open OpenInTime OpenOverdue Returned ReturnedPostal ReturnedOnline ReturnedUnknownChannel
                    Withdrawn Extended ReceivedLevel4 ReceivedLevel3 ReceivedLevel2 ReceivedOnlineLevel4 ReceivedOnlineLevel3
                    FinishedUnknownDue OpenUnknownDue FinishedInferred ReceivedEligibleUnknownChannel ReceivedDigitised
                    ReceivedNotDigitised ReceivedPaidOnline ReceivedNotPaidOnline ReturnedUnknownDay
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_choice_that_is_stored_keeps_its_names(Type choice, string names) =>
        Enum.GetNames(choice)
            .ShouldBe(names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    /// <summary>Ledgers hold these as numbers (docs/adr/0004), journals the level too.</summary>
    [Fact]
    public void A_choice_that_is_stored_as_a_number_keeps_its_number()
    {
        Numbers<Status>().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Numbers<Channel>().ShouldBe([0, 1, 2, 3, 4]);
        Numbers<Level>().ShouldBe([2, 3, 4]);
        Numbers<PeriodScheme>().ShouldBe([0, 1]);
        Numbers<Count>().ShouldBe(Enumerable.Range(0, 33));
    }

    private static IEnumerable<int> Numbers<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
}
