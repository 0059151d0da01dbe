using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CCHC.Pipeline.Tests;

/// <summary>
/// Processor time that this thread has used: what a limit on effort means. The wall clock counts whatever else the
/// machine is doing; where the system has no such clock (it is Linux's), the wall clock must do.
/// </summary>
internal readonly struct ThreadTime
{
    private const int ThreadProcessorClock = 3;
    private readonly TimeSpan start;

    private ThreadTime(TimeSpan start) => this.start = start;

    /// <summary>Since the start, on the same thread.</summary>
    public TimeSpan Elapsed => Now - start;

    public static ThreadTime Start() => new(Now);

    private static TimeSpan Now =>
        OperatingSystem.IsLinux() && ReadClock(ThreadProcessorClock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
            : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
