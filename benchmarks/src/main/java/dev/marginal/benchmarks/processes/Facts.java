package dev.marginal.benchmarks.processes;

import dev.marginal.tables.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a measurement found out, line by line in a file, so that it survives the end of the process
 * that measured. A name may come back, once per run.
 *
 * @param file lines of name, tab, text
 */
public record Facts(Path file) {
    /** Adds a line. */
    public void add(String name, Object value) {
        Requires.require(!name.contains("\t"), "fact", name, "without tabs");
        String line = name + "\t" + String.valueOf(value).replaceAll("\\s+", " ") + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text of a name, in the order of the runs. */
    public List<String> texts(String name) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(name + "\t"))
                            .map(line -> line.substring(name.length() + 1))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last text of a name. */
    public Optional<String> text(String name) {
        List<String> all = texts(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every number of a name, in the order of the runs. */
    public double[] numbers(String name) {
        return texts(name).stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** The middle number of a name, the mean of the middle two if they are even in number. */
    public OptionalDouble median(String name) {
        double[] sorted = numbers(name);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sorted.length % 2 == 1
                                ? sorted[half]
                                : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** The smallest number of a name. */
    public OptionalDouble least(String name) {
        return Arrays.stream(numbers(name)).min();
    }

    /** The largest number of a name. */
    public OptionalDouble most(String name) {
        return Arrays.stream(numbers(name)).max();
    }
}
