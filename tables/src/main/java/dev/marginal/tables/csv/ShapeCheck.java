package dev.marginal.tables.csv;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.io.IOException;

/** Counts the rows of a file and adds a problem for every record of a wrong shape. */
final class ShapeCheck {
    private final String file;
    private final Header header;
    private final boolean mayBeEmpty;
    private final Problems problems;
    private final long problemsBefore;
    private boolean headerSound;
    private long rows;

    ShapeCheck(String file, Header header, boolean mayBeEmpty, Problems problems) {
        this.file = file;
        this.header = header;
        this.mayBeEmpty = mayBeEmpty;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    void all(RecordScanner scanner) throws IOException {
        scanner.next();
        check(scanner);
        headerSound = isSound();
        int columns = header.names().size();
        boolean any = false;
        while (scanner.next()) {
            if (scanner.isRow(columns)) {
                rows++;
            } else {
                check(scanner);
            }
            any |= !scanner.blank();
        }
        if (!any && headerSound && !mayBeEmpty) {
            problems.add(Problem.of(file, "must have rows", "Only the header is there."));
        }
    }

    long rows() {
        return rows;
    }

    boolean isSound() {
        return problems.count() == problemsBefore;
    }

    boolean isHeaderSound() {
        return headerSound;
    }

    private void check(RecordScanner scanner) {
        if (scanner.fault() != null) {
            problems.add(() -> faulty(scanner));
        } else if (!scanner.blank() && scanner.cells() != header.names().size()) {
            problems.add(() -> ragged(scanner));
        }
    }

    private Problem faulty(RecordScanner scanner) {
        Fault fault = scanner.fault();
        return new Problem(
                file,
                scanner.faultLine(),
                cell(scanner),
                null,
                fault.expectation(),
                fault.advice());
    }

    private String cell(RecordScanner scanner) {
        int cell = scanner.faultCell();
        boolean named =
                scanner.line() > 1
                        && cell < header.names().size()
                        && !header.names().get(cell).isBlank();
        return named ? header.names().get(cell) : "cell " + (cell + 1);
    }

    private Problem ragged(RecordScanner scanner) {
        int expected = header.names().size();
        int found = scanner.cells();
        String expectation =
                "must have %d %s as in the header, not %d"
                        .formatted(expected, expected == 1 ? "cell" : "cells", found);
        return new Problem(file, scanner.line(), "row", null, expectation, advice(found));
    }

    private String advice(int found) {
        String delimiter = header.delimiter() == '\t' ? "tab" : "'" + header.delimiter() + "'";
        return found > header.names().size()
                ? "Maybe a cell that holds a %s must stand in quotes.".formatted(delimiter)
                : "Maybe a %s is missing.".formatted(delimiter);
    }
}
