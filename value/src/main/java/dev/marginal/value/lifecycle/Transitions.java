package dev.marginal.value.lifecycle;

import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Requires;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How customers moved from stage to stage between two days.
 *
 * @param moves one per stage on the first day that anybody was in, in the order of stages, those
 *     who came later last
 */
public record Transitions(LocalDate from, LocalDate to, List<Move> moves) {
    public Transitions {
        moves = List.copyOf(moves);
    }

    /**
     * Where the customers of one stage went.
     *
     * @param from empty for those who had not begun yet
     * @param customers how many were there on the first day, or came later
     * @param to how many are in each stage on the second day
     */
    public record Move(Optional<Stage> from, long customers, Map<Stage, Long> to) {
        /** The share that is in a stage on the second day. */
        public double share(Stage stage) {
            return (double) to.getOrDefault(stage, 0L) / customers;
        }
    }

    /**
     * The moves between two days; nobody leaves, since whoever has bought once stays a row.
     *
     * @throws IllegalArgumentException if the second day is the earlier one, or misses customers of
     *     the first
     */
    public static Transitions between(Stages before, Stages after) {
        Requires.require(!after.day().isBefore(before.day()), "second day", after.day(), "later");
        IdIndex index = new IdIndex(before.customers());
        Map<Stage, Map<Stage, Long>> moved = new EnumMap<>(Stage.class);
        Map<Stage, Long> came = new EnumMap<>(Stage.class);
        long found = 0;
        for (int row = 0; row < after.customers().rows(); row++) {
            int earlier = index.find(after.customers(), row);
            found += earlier == IdIndex.ABSENT ? 0 : 1;
            Map<Stage, Long> to =
                    earlier == IdIndex.ABSENT
                            ? came
                            : moved.computeIfAbsent(
                                    before.stages().get(earlier),
                                    stage -> new EnumMap<>(Stage.class));
            to.merge(after.stages().get(row), 1L, Long::sum);
        }
        Requires.require(
                found == before.customers().rows(),
                "customers of the first day that are there on the second",
                found,
                "all " + before.customers().rows());
        List<Move> moves = new ArrayList<>();
        moved.forEach((stage, to) -> moves.add(move(Optional.of(stage), to)));
        if (!came.isEmpty()) {
            moves.add(move(Optional.empty(), came));
        }
        return new Transitions(before.day(), after.day(), moves);
    }

    private static Move move(Optional<Stage> from, Map<Stage, Long> to) {
        return new Move(from, to.values().stream().mapToLong(Long::longValue).sum(), to);
    }
}
