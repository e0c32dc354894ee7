package dev.marginal.optimizer.solving.ortools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IntegerModelTest {
    private static final int COLUMNS = 9;

    @Property(seed = "1", tries = 500)
    void every_proof_is_that_of_trying_all(@ForAll @LongRange(max = 1L << 40) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long unit = random.nextBoolean() ? 1 : 500_000;
        IntegerProgram program = program(random, unit, 40);
        OptionalLong best = best(program);
        assertThat(Grains.areCoarse(program)).isTrue();
        compare(program, CpSat.solve(program, 5, minute()), best);
        compare(program, Scip.solve(program, Optional.empty(), 5, minute()), best);
    }

    @Property(seed = "2", tries = 300)
    void scip_proves_nothing_false_where_one_grain_is_small(
            @ForAll @LongRange(max = 1L << 40) long seed) {
        IntegerProgram program = program(new SplittableRandom(seed), 1, 20_000);
        OptionalLong best = best(program);
        IntegerAnswer answer = Scip.solve(program, Optional.empty(), 5, minute());
        assertThat(answer.proof() == Proof.OPEN || Grains.areCoarse(program)).isTrue();
        if (answer.proof() != Proof.OPEN) {
            compare(program, answer, best);
        }
    }

    @Property(seed = "3", tries = 200)
    void the_way_to_a_proof_ends_with_the_best_values(
            @ForAll @LongRange(max = 1L << 40) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int largest = random.nextBoolean() ? 30 : 1_000_000_000;
        IntegerProgram program = program(random, 1, largest);
        IntegerModel model = new IntegerModel();
        program.columns().forEach(column -> model.column(column.objective(), column.most()));
        program.rows().forEach(r -> model.row(r.low(), r.high(), r.columns(), r.coefficients()));
        compare(program, model.prove(5, minute()), best(program));
    }

    @Property(tries = 1)
    void a_deadline_that_has_passed_leaves_everything_open() {
        IntegerProgram program = program(new SplittableRandom(1), 1, 40);
        Deadline over = Deadline.after(Duration.ZERO);
        assertThat(CpSat.solve(program, 5, over).proof()).isEqualTo(Proof.OPEN);
        assertThat(Scip.solve(program, Optional.empty(), 5, over).proof()).isEqualTo(Proof.OPEN);
    }

    private static void compare(IntegerProgram program, IntegerAnswer answer, OptionalLong best) {
        if (best.isEmpty()) {
            assertThat(answer.proof()).isEqualTo(Proof.NONE_EXIST);
            return;
        }
        assertThat(answer.proof()).isEqualTo(Proof.OPTIMAL);
        assertThat(program.admits(answer.values())).isTrue();
        assertThat(program.objective(answer.values())).isEqualTo(best.getAsLong());
        assertThat(answer.bound()).isEqualTo(best.getAsLong());
    }

    /** Whole numbers up to two, rows that cut some of them off, some of them equations. */
    private static IntegerProgram program(SplittableRandom random, long unit, int largest) {
        Natives.load();
        IntegerProgram program = new IntegerProgram();
        for (int column = 0; column < COLUMNS; column++) {
            long objective = unit * random.nextLong(-largest / 4, largest);
            program.add(new IntegerProgram.Column(objective, random.nextInt(1, 3)));
        }
        for (int row = random.nextInt(1, 4); row > 0; row--) {
            long[] coefficients =
                    LongStream.generate(() -> unit * random.nextLong(-largest / 8, largest))
                            .limit(COLUMNS)
                            .toArray();
            long high = unit * random.nextLong(-largest / 2, 4L * largest);
            long low = random.nextInt(3) > 0 ? -(1L << 60) : high - unit * random.nextInt(largest);
            int[] all = IntStream.range(0, COLUMNS).toArray();
            program.add(new IntegerProgram.Row(low, high, all, coefficients));
        }
        return program;
    }

    private static OptionalLong best(IntegerProgram program) {
        long[] values = new long[COLUMNS];
        OptionalLong best = OptionalLong.empty();
        for (int place = 0; place < COLUMNS; ) {
            if (program.admits(values)) {
                long objective = program.objective(values);
                best = OptionalLong.of(Math.max(best.orElse(objective), objective));
            }
            for (place = 0; place < COLUMNS; place++) {
                if (values[place] < program.columns().get(place).most()) {
                    values[place]++;
                    break;
                }
                values[place] = 0;
            }
        }
        return best;
    }

    private static Deadline minute() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
