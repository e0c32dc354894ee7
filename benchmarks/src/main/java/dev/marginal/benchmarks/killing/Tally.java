package dev.marginal.benchmarks.killing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What came of the rounds with one store. */
final class Tally {
    /** The states that a killed night can be in, in their order. */
    static final List<String> STATES =
            List.of("before", "reserved", "built", "audited", "publishing", "after");

    private final Map<String, Integer> kills = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Consumer<String> told;

    /** With somebody who hears at once of what is broken. */
    Tally(Consumer<String> told) {
        this.told = told;
    }

    void kill(String state) {
        kills.merge(state, 1, Integer::sum);
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    void most(String what, int number) {
        counts.merge(what, number, Math::max);
    }

    /** What is broken; a line that was told before is not told again. */
    void broken(String round, List<String> lines) {
        for (String line : lines) {
            if (broken.putIfAbsent(line, round) == null) {
                told.accept(round + ": " + line);
            }
        }
    }

    int kills(String state) {
        return kills.getOrDefault(state, 0);
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    int counted(String what) {
        return Optional.ofNullable(counts.get(what)).orElse(0);
    }

    List<String> broken() {
        return broken.entrySet().stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .toList();
    }

    /**
     * Where a process was when it was killed, by its own attempts.
     *
     * @param states of its attempts, one per campaign that it had in hand
     * @param placed whether every plan that it published has its folder
     */
    static String state(List<String> states, boolean placed) {
        if (states.isEmpty()) {
            return "before";
        }
        long published = states.stream().filter("published"::equals).count();
        if (published == states.size()) {
            return placed ? "after" : "publishing";
        }
        if (published > 0) {
            return "publishing";
        }
        return states.stream()
                .max((one, other) -> STATES.indexOf(one) - STATES.indexOf(other))
                .orElseThrow();
    }
}
