package dev.marginal.tables.duckdb;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts faults of cells in words, in the order of their rows, each with its file and line. */
final class Telling {
    private final List<Part> parts;
    private final int[] firstRows;
    private final Map<Integer, Long> lines = new HashMap<>();

    /** The parts of the table, and the row at which each begins. */
    Telling(List<Part> parts, int[] firstRows) {
        this.parts = parts;
        this.firstRows = firstRows;
    }

    void tell(List<Faults> columns, Problems problems) {
        List<CellFault> told =
                columns.stream()
                        .flatMap(faults -> faults.kept().stream())
                        .sorted(Comparator.comparingInt(CellFault::row))
                        .limit(Faults.KEPT)
                        .toList();
        findLines(told);
        told.forEach(fault -> problems.add(problem(fault)));
        problems.addUntold(columns.stream().mapToLong(Faults::found).sum() - told.size());
    }

    private void findLines(List<CellFault> faults) {
        int[] rows =
                faults.stream()
                        .flatMapToInt(fault -> IntStream.of(fault.row(), fault.twin()))
                        .filter(row -> row != CellFault.NONE)
                        .sorted()
                        .distinct()
                        .toArray();
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).isCsv()) {
                findLines(part, rows);
            }
        }
    }

    private void findLines(int part, int[] rows) {
        long[] own =
                IntStream.of(rows)
                        .filter(row -> partOf(row) == part)
                        .mapToLong(row -> row - firstRows[part])
                        .toArray();
        try {
            long[] found = own.length == 0 ? own : parts.get(part).lines().of(own);
            for (int i = 0; i < own.length; i++) {
                lines.put((int) own[i] + firstRows[part], found[i]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Problem problem(CellFault fault) {
        if (fault.row() == CellFault.NONE) {
            String file = parts.get(0).name();
            return new Problem(file, 0, fault.column(), null, fault.expectation(), fault.advice());
        }
        Part part = parts.get(partOf(fault.row()));
        String subject = part.isCsv() ? "" : row(fault.row()) + ": ";
        return new Problem(
                part.name(),
                lines.getOrDefault(fault.row(), 0L),
                subject + fault.column(),
                fault.value(),
                fault.expectation(),
                fault.twin() == CellFault.NONE ? fault.advice() : twin(fault));
    }

    private String twin(CellFault fault) {
        Part part = parts.get(partOf(fault.twin()));
        String place = part.isCsv() ? "line " + lines.get(fault.twin()) : row(fault.twin());
        return partOf(fault.row()) == partOf(fault.twin())
                ? "It stands in %s too.".formatted(place)
                : "It stands in %s %s too.".formatted(part.name(), place);
    }

    private String row(int row) {
        return "row " + (row - firstRows[partOf(row)] + 1);
    }

    private int partOf(int row) {
        int part = parts.size() - 1;
        while (firstRows[part] > row) {
            part--;
        }
        return part;
    }
}
