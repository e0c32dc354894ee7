package dev.marginal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.SendPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Holds plans of partitions beside the plan of one machine. */
final class SamePlan {
    private SamePlan() {}

    /** Whether everybody gets the same, and every figure is the same. */
    static void require(SpreadPlan<Integer> spread, SendPlan local) {
        List<Given> given = new ArrayList<>(spread.parts().map(Given::of).collect());
        given.sort(Comparator.comparingInt(Given::first));
        long[] sets = given.stream().flatMapToLong(one -> LongStream.of(one.sets)).toArray();

        assertThat(given).allSatisfy(one -> assertThat(one.kept).isEqualTo(one.first));
        assertThat(spread.customers()).isEqualTo(sets.length);
        assertThat(spread.sends()).isEqualTo(local.sends());
        assertThat(Arrays.equals(sets, local.sets(sets.length))).as("same sets").isTrue();
        assertThat(spread.figures())
                .usingRecursiveComparison()
                .ignoringFields("sent")
                .isEqualTo(local.withoutSends());
    }

    /** What comes back of a part: its sets without its book. */
    private record Given(int first, int kept, long[] sets) implements Serializable {
        static Given of(PartSends<Integer> part) {
            return new Given(part.firstCustomer(), part.part().kept(), part.sets());
        }
    }
}
