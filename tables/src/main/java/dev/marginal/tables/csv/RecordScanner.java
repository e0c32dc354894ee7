package dev.marginal.tables.csv;

import static dev.marginal.tables.csv.ByteKinds.DELIMITER;
import static dev.marginal.tables.csv.ByteKinds.FINISH;
import static dev.marginal.tables.csv.ByteKinds.LINE_FEED;
import static dev.marginal.tables.csv.ByteKinds.NUL;
import static dev.marginal.tables.csv.ByteKinds.QUOTE;
import static dev.marginal.tables.csv.ByteKinds.RETURN;
import static dev.marginal.tables.csv.ByteKinds.WIDE;

import java.io.IOException;
import java.io.InputStream;

/**
 * Walks over the records of a CSV file and says of each where it begins, how many cells it has and
 * the first thing wrong with its shape.
 *
 * <p>The grammar is RFC 4180, with LF or CRLF (or both) at line ends and a quote allowed inside a
 * cell that does not begin with one ({@code 5" pipe}). A line is what an LF ends, inside quotes
 * too. After a fault the scanner goes on at the next delimiter or line end, so that one bad record
 * is told once.
 */
final class RecordScanner implements AutoCloseable {
    private static final int LONGEST_RECORD = 2_000_000;

    private final byte[] kinds;
    private final ByteReader bytes;

    private long line = 1;
    private long firstLine;
    private int cells;
    private boolean blank;
    private boolean quotes;
    private Fault fault;
    private long faultLine;
    private int faultCell;

    RecordScanner(InputStream in, char delimiter) {
        this.bytes = new ByteReader(in);
        this.kinds = ByteKinds.of(delimiter);
    }

    /** Moves to the next record; false after the last. */
    boolean next() throws IOException {
        int first = bytes.take();
        if (first == ByteReader.END) {
            return false;
        }
        bytes.giveBack(first);
        long start = bytes.taken();
        firstLine = line;
        cells = 1;
        fault = null;
        blank = kinds[first + 1] == LINE_FEED || kinds[first + 1] == RETURN;
        while (cell()) {
            cells++;
        }
        if (bytes.taken() - start >= LONGEST_RECORD) {
            faultAt(Fault.TOO_LONG, firstLine);
        }
        return true;
    }

    /** The line on which the record begins; the header's is 1. */
    long line() {
        return firstLine;
    }

    int cells() {
        return cells;
    }

    /** Whether the record is an empty line. */
    boolean blank() {
        return blank;
    }

    /** The first thing wrong with the record, or {@code null}. */
    Fault fault() {
        return fault;
    }

    long faultLine() {
        return faultLine;
    }

    /** The cell of the fault, counted from 0. */
    int faultCell() {
        return faultCell;
    }

    /** Whether any cell so far held a quote. */
    boolean sawQuotes() {
        return quotes;
    }

    /** Whether the record is a row; an empty line is one only of a single column. */
    boolean isRow(int columns) {
        return fault == null && cells == columns && !(blank && columns > 1);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Walks over one cell; true if another follows in the record. */
    private boolean cell() throws IOException {
        int next = bytes.take();
        if (kinds[next + 1] != QUOTE) {
            return rest(next, next == ' ');
        }
        next = afterQuoted();
        if (!ByteKinds.endsCell(kinds[next + 1])) {
            faultAt(Fault.TEXT_AFTER_QUOTE, line);
        }
        return rest(next, false);
    }

    private boolean rest(int first, boolean afterSpaces) throws IOException {
        boolean onlySpaces = afterSpaces;
        int next = first;
        while (true) {
            switch (kinds[next + 1]) {
                case DELIMITER:
                    return true;
                case FINISH:
                    return false;
                case LINE_FEED:
                    line++;
                    return false;
                case RETURN:
                    if (feedFollows()) {
                        line++;
                        return false;
                    }
                    faultAt(Fault.LONE_RETURN, line);
                    break;
                case QUOTE:
                    quotes = true;
                    if (onlySpaces) {
                        faultAt(Fault.SPACE_BEFORE_QUOTE, line);
                    }
                    break;
                default:
                    check(next);
            }
            onlySpaces &= next == ' ';
            next = bytes.take();
        }
    }

    /** Walks to the end of a quoted cell and returns the byte after its closing quote. */
    private int afterQuoted() throws IOException {
        long opened = line;
        quotes = true;
        while (true) {
            int next = bytes.take();
            switch (kinds[next + 1]) {
                case FINISH:
                    faultAt(Fault.OPEN_QUOTE, opened);
                    return ByteReader.END;
                case QUOTE:
                    next = bytes.take();
                    if (kinds[next + 1] != QUOTE) {
                        return next;
                    }
                    break;
                case LINE_FEED:
                    line++;
                    break;
                default:
                    check(next);
            }
        }
    }

    private void check(int next) throws IOException {
        if (kinds[next + 1] == NUL) {
            faultAt(Fault.NUL, line);
        } else if (kinds[next + 1] == WIDE && !bytes.restOfCharacter(next)) {
            faultAt(Fault.NOT_UTF8, line);
        }
    }

    private boolean feedFollows() throws IOException {
        int next = bytes.take();
        if (next == '\n') {
            return true;
        }
        bytes.giveBack(next);
        return false;
    }

    private void faultAt(Fault found, long where) {
        if (fault == null) {
            fault = found;
            faultLine = where;
            faultCell = cells - 1;
        }
    }
}
