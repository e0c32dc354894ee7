package dev.marginal.benchmarks.python;

import dev.marginal.tables.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was measured of one data set, a line per contestant and split, beside the page that is made
 * of it: whoever doubts an interval can compute it anew, and a run on another day goes on where
 * this one ended.
 */
final class Ledger {
    private static final String TAB = "\t";
    private static final List<String> HEAD = List.of("contender", "split", "measured", "trouble");

    private final Path file;
    private final List<Entry> entries;

    private Ledger(Path file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * One contestant on one split.
     *
     * @param measured the day and the commit
     * @param trouble why there are no values; empty if there are
     * @param values figure per name
     */
    record Entry(
            Contestant contestant,
            long split,
            String measured,
            String trouble,
            SortedMap<String, Double> values) {}

    /** What the file tells; nothing yet if there is none. */
    static Ledger read(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                entries.add(entry(lines.get(0).split(TAB, -1), line.split(TAB, -1)));
            }
            return new Ledger(file, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String[] names, String[] cells) {
        Requires.require(
                cells.length == names.length, "cells of a line", cells.length, names.length + "");
        SortedMap<String, Double> values = new TreeMap<>();
        for (int i = HEAD.size(); i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                values.put(names[i], Double.parseDouble(cells[i]));
            }
        }
        return new Entry(
                Contestant.named(cells[0]), Long.parseLong(cells[1]), cells[2], cells[3], values);
    }

    /** Whether nothing is left to measure of a contestant and a split. */
    boolean knows(Contestant contestant, long split) {
        return entries.stream()
                .anyMatch(one -> one.contestant() == contestant && one.split() == split);
    }

    /** Adds a line. */
    void add(Entry entry) {
        Requires.require(
                !knows(entry.contestant(), entry.split()), "split", entry.split(), "a new one");
        entries.add(entry);
    }

    /** Writes the file anew, sorted. */
    void write() {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach(entry -> names.addAll(entry.values().keySet()));
        List<String> head = new ArrayList<>(HEAD);
        head.addAll(names);
        List<String> lines = new ArrayList<>(List.of(String.join(TAB, head)));
        entries.stream()
                .sorted(Comparator.comparing(Entry::contestant).thenComparing(Entry::split))
                .forEach(entry -> lines.add(line(entry, names)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Entry entry, SortedSet<String> names) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                entry.contestant().word(),
                                entry.split() + "",
                                entry.measured(),
                                entry.trouble().replaceAll("\\s+", " ")));
        for (String name : names) {
            Double value = entry.values().get(name);
            cells.add(value == null ? "" : value.toString());
        }
        return String.join(TAB, cells);
    }

    /** What is known of these contestants on these splits. */
    List<Scored> scored(List<Contestant> contestants, List<Long> splits) {
        return contestants.stream().map(contestant -> scored(contestant, splits)).toList();
    }

    private Scored scored(Contestant contestant, List<Long> splits) {
        SortedMap<Long, Map<String, Double>> values = new TreeMap<>();
        String trouble = "";
        for (Entry entry : entries) {
            if (entry.contestant() != contestant || !splits.contains(entry.split())) {
                continue;
            }
            if (entry.trouble().isEmpty()) {
                values.put(entry.split(), new HashMap<>(entry.values()));
            } else {
                trouble = entry.trouble();
            }
        }
        return new Scored(contestant, values, trouble);
    }

    /** Days and commits. */
    String measured() {
        return entries.stream()
                .map(Entry::measured)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
