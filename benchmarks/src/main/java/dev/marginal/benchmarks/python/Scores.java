package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.PlainArrays;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges what is kept of one data set, and takes down the libraries' own metrics beside. */
final class Scores {
    /** What fitting and scoring took, as the files of all contestants call it. */
    static final List<String> EFFORTS =
            List.of("fit", "fit, work", "score", "score, work", "peak bytes");

    private final Kept kept;
    private final List<String> libraries;
    private final String measured;
    private final Map<Long, Judging> judges = new HashMap<>();

    /**
     * @param libraries whose own metrics are kept
     * @param measured the day and the commit
     */
    Scores(Kept kept, List<String> libraries, String measured) {
        this.kept = kept;
        this.libraries = libraries;
        this.measured = measured;
    }

    /** A contestant's figures on a split; none if it did not come to an end. */
    Optional<Ledger.Entry> of(Contestant contestant, long split) {
        Facts effort = kept.effort(contestant.word(), split);
        String trouble = effort.text("refused").orElse(kept.trouble(contestant.word()));
        if (Files.exists(effort.file()) && effort.text("refused").isEmpty()) {
            return Optional.of(entry(contestant, split, "", values(contestant, split, effort)));
        }
        return trouble.isEmpty()
                ? Optional.empty()
                : Optional.of(entry(contestant, split, trouble, new TreeMap<>()));
    }

    private Ledger.Entry entry(
            Contestant contestant, long split, String trouble, SortedMap<String, Double> values) {
        return new Ledger.Entry(contestant, split, measured, trouble, values);
    }

    private SortedMap<String, Double> values(Contestant contestant, long split, Facts effort) {
        Judging judging =
                judges.computeIfAbsent(split, seed -> Judging.of(kept.data().resolve(seed + "")));
        double[] predicted = PlainArrays.doubles(kept.prediction(contestant.word(), split));
        Map<String, Double> metrics = judging.of(predicted);
        SortedMap<String, Double> values = new TreeMap<>(metrics);
        for (String library : libraries) {
            Facts theirs = kept.metrics(library, contestant.word(), split);
            for (String metric : metrics.keySet()) {
                theirs.text(metric)
                        .map(Double::parseDouble)
                        .ifPresent(value -> values.put(Parity.theirs(metric), value));
            }
        }
        for (String name : EFFORTS) {
            effort.most(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
