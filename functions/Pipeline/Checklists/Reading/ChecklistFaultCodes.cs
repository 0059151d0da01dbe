namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>Codes of faults and warnings that only checklists have (docs/checklists.md); others are those of exports.</summary>
public static class ChecklistFaultCodes
{
    /// <summary>Line: period, unit or criterion is left blank.</summary>
    public const string KeyMissing = "key-missing";

    /// <summary>Line: not a quarter.</summary>
    public const string PeriodBad = "period-bad";

    /// <summary>Line: another quarter than the file's first line has.</summary>
    public const string OtherPeriod = "other-period";

    /// <summary>Line: no criterion has this id.</summary>
    public const string CriterionUnknown = "criterion-unknown";

    /// <summary>Line: the criterion is not in force for the unit on the quarter's last day.</summary>
    public const string CriterionNotInForce = "criterion-not-in-force";

    /// <summary>Line: the name beside the id is another criterion's.</summary>
    public const string OtherCriterion = "other-criterion";

    /// <summary>Line: a day or evidence without an answer.</summary>
    public const string AnswerMissing = "answer-missing";

    /// <summary>Line: not an answer to a criterion of this kind.</summary>
    public const string AnswerBad = "answer-bad";

    /// <summary>Line: done, but not when.</summary>
    public const string DayMissing = "day-missing";

    /// <summary>Line: a day beside the answer that it was not done.</summary>
    public const string DayContradicts = "day-contradicts";

    /// <summary>Line: a word in it could name a person.</summary>
    public const string EvidencePersonal = "evidence-personal";

    /// <summary>Line: longer than a document's number and day need.</summary>
    public const string EvidenceLong = "evidence-long";

    /// <summary>Warning: a lower line of the file answers the same.</summary>
    public const string RepeatedLine = "repeated-line";

    /// <summary>Warning: done without evidence can't be judged.</summary>
    public const string NoEvidence = "no-evidence";

    /// <summary>Warning: this kind of criterion has no day.</summary>
    public const string DayUnused = "day-unused";
}
