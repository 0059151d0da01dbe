namespace CCHC.Pipeline.Intake;

/// <summary>The closed list of fault and warning codes in receipts.</summary>
public static class FaultCodes { }
