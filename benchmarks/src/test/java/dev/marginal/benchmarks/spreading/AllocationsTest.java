package dev.marginal.benchmarks.spreading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AllocationsTest {
    private static final Options SMALL =
            new Options(
                    Map.of(
                            "spark-cases", "120000x6x12",
                            "partitions", "4",
                            "repeats", "1",
                            "driver-heap", "600m"));

    @Test
    @Tag("slow")
    void threads_spark_and_a_driver_apart_plan_the_same_for_customers_drawn_in_partitions() {
        List<Allocations.Measured> measured = new ArrayList<>();
        new Allocations(SMALL, progress -> {}).run(measured::addAll);

        assertThat(measured).hasSize(1);
        Allocations.Measured one = measured.get(0);
        assertThat(List.of(one.threads(), one.local(), one.apart()))
                .allSatisfy(ended -> assertThat(ended.isDone()).as(ended.log() + "").isTrue());
        assertThat(trace(one.local())).isEqualTo(trace(one.threads()));
        assertThat(trace(one.apart())).isEqualTo(trace(one.threads()));
        assertThat(one.apart().facts().most("driver heap").orElseThrow()).isPositive();
        assertThat(one.apart().facts().most("executor work").orElseThrow()).isPositive();
        assertThat(one.apart().facts().most("executor peak").orElseThrow()).isPositive();
    }

    private static List<String> trace(Child.Ended ended) {
        assertThat(ended.facts().texts("trace")).hasSize(1);
        return ended.facts().texts("trace");
    }
}
