package dev.marginal.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An input that cannot be used, with every problem it has. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOLD = 20;

    private final transient List<Problem> problems;
    private final long found;

    /** The problems kept in words, of {@code found} in all. */
    public BadInput(List<Problem> problems, long found) {
        super(told(problems, found));
        this.problems = List.copyOf(problems);
        this.found = found;
    }

    /** A single problem. */
    public BadInput(Problem problem) {
        this(List.of(problem), 1);
    }

    /** The problems kept in words: the first hundred at most. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many problems there are in all. */
    public long found() {
        return found;
    }

    private static String told(List<Problem> problems, long found) {
        if (found == 1) {
            return problems.get(0).toString();
        }
        Map<String, StringBuilder> byFile = new LinkedHashMap<>();
        problems.stream()
                .limit(TOLD)
                .forEach(
                        problem ->
                                byFile.computeIfAbsent(
                                                problem.file(),
                                                file -> new StringBuilder(file + ":"))
                                        .append("\n  ")
                                        .append(problem.sentence()));
        String text = "%,d problems%n".formatted(found) + String.join("\n", byFile.values());
        long untold = found - Math.min(TOLD, problems.size());
        return untold == 0 ? text : text + "\n  and %,d more like these".formatted(untold);
    }
}
