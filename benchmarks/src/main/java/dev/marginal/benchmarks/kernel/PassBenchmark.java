package dev.marginal.benchmarks.kernel;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A pass at the prices of a plan, on all cores; and a plain reading of what it reads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(time = 2)
@Measurement(time = 2)
@Fork(1)
public class PassBenchmark {
    /** Customers x offers x limits. */
    @Param("1000000x10x100")
    public String family;

    /** Of the campaign. */
    @Param("101")
    public long seed;

    private Workers workers;
    private Pass pass;
    private Rates rates;
    private PlainReading reading;

    /** Generates the campaign and finds its prices. */
    @Setup
    public void generate() {
        Execution execution = Execution.allCores();
        AllocationProblem problem =
                FamilyGenerator.generate(FamilyOptions.parse(family, seed), execution);
        Instance instance = Instance.of(problem.book(), problem.budget(), problem.rules());
        workers = new Workers(execution);
        pass = new Pass(instance, instance.columns(), workers);
        rates = instance.rates(prices(problem, execution));
        reading = new PlainReading(problem.book(), workers);
    }

    private static double[] prices(AllocationProblem problem, Execution execution) {
        AllocatorSettings settings = new AllocatorSettings(1e-3, Duration.ofMinutes(5));
        SendPlan plan =
                new PriceAllocator(settings, execution)
                        .allocate(problem.book(), problem.budget(), problem.rules());
        return plan.limits().stream()
                .mapToDouble(use -> use.price() * use.limit().microsPerUnit())
                .toArray();
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        workers.close();
    }

    /** Choices of all customers and their sums per offer and cell. */
    @Benchmark
    public Sums pass() {
        return pass.sums(rates);
    }

    /** The same arrays, only added up. */
    @Benchmark
    public double reading() {
        return reading.sum();
    }
}
