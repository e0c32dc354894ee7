package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.PlainArrays;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges everything that is kept of one data set, and holds the libraries' own metrics beside. */
final class Scores {
    /** What fitting and scoring took, as the files of all contestants call it. */
    static final List<String> EFFORTS =
            List.of("fit", "fit, work", "score", "score, work", "peak bytes");

    private final Kept kept;
    private final long[] splits;
    private final Map<Long, Judging> judges = new HashMap<>();

    Scores(Kept kept, long[] splits) {
        this.kept = kept;
        this.splits = splits;
    }

    /** Each contestant's figures. */
    List<Scored> of(List<Contestant> contestants) {
        return contestants.stream().map(this::of).toList();
    }

    private Scored of(Contestant contestant) {
        SortedMap<Long, Map<String, Double>> values = new TreeMap<>();
        String trouble = kept.trouble(contestant.word());
        for (long split : splits) {
            Facts effort = kept.effort(contestant.word(), split);
            if (effort.text("refused").isPresent()) {
                trouble = effort.text("refused").get();
            } else if (Files.exists(effort.file())) {
                values.put(split, values(contestant, split, effort));
            }
        }
        return new Scored(contestant, values, trouble);
    }

    private Map<String, Double> values(Contestant contestant, long split, Facts effort) {
        Judging judging =
                judges.computeIfAbsent(split, seed -> Judging.of(kept.data().resolve(seed + "")));
        double[] predicted = PlainArrays.doubles(kept.prediction(contestant.word(), split));
        Map<String, Double> values = judging.of(predicted);
        for (String name : EFFORTS) {
            OptionalDouble number = effort.most(name);
            number.ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /**
     * Every metric that a library, too, computed of these predictions; of efforts there are none.
     */
    List<Parity> parity(String library, List<Scored> all) {
        List<Parity> parity = new ArrayList<>();
        for (Scored scored : all) {
            for (Map.Entry<Long, Map<String, Double>> split : scored.splits().entrySet()) {
                Facts theirs = kept.metrics(library, scored.contestant().word(), split.getKey());
                for (Map.Entry<String, Double> ours : split.getValue().entrySet()) {
                    OptionalDouble other = other(theirs, ours.getKey());
                    other.ifPresent(
                            value -> parity.add(new Parity(ours.getKey(), ours.getValue(), value)));
                }
            }
        }
        return parity;
    }

    private static OptionalDouble other(Facts theirs, String metric) {
        return EFFORTS.contains(metric) ? OptionalDouble.empty() : theirs.median(metric);
    }

    /**
     * One metric of one contestant's predictions of one split.
     *
     * @param ours as Marginal computes it
     * @param theirs as the installed library does
     */
    record Parity(String metric, double ours, double theirs) {
        /** What they may differ by, absolutely, and for values beyond one relatively. */
        static final double MOST = 1e-8;

        double difference() {
            return ours == theirs ? 0 : Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
        }

        boolean agrees() {
            return difference() <= MOST;
        }
    }
}
