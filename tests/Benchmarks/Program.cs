using CCHC.Benchmarks;

return await BenchmarkList.RunAsync(args);
