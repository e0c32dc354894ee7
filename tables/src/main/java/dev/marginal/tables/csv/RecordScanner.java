package dev.marginal.tables.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Walks over the records of a CSV file and says of each where it begins, how many cells it has and
 * the first thing wrong with its shape.
 *
 * <p>The grammar is RFC 4180, with LF as well as CRLF at line ends and a quote allowed inside a
 * cell that does not begin with one ({@code 5" pipe}). A line is what an LF ends, inside quotes
 * too. After a fault the scanner goes on at the next delimiter or line end, so that one bad record
 * is told once.
 */
final class RecordScanner implements AutoCloseable {
    private static final int LONGEST_RECORD = 2_000_000;
    private static final int END = ByteReader.END;

    private static final byte TEXT = 0;
    private static final byte DELIMITER = 1;
    private static final byte QUOTE = 2;
    private static final byte LINE_FEED = 3;
    private static final byte RETURN = 4;
    private static final byte NUL = 5;
    private static final byte WIDE = 6;
    private static final byte FINISH = 7;

    /** The kind of each byte, found at the byte's value plus one; the end of the file is at 0. */
    private final byte[] kinds = new byte[257];

    private final ByteReader bytes;

    private long line = 1;
    private long firstLine;
    private int cells;
    private boolean blank;
    private boolean firstEndsWithReturn;
    private Fault fault;
    private long faultLine;
    private int faultCell;

    RecordScanner(InputStream in, char delimiter) {
        this.bytes = new ByteReader(in);
        Arrays.fill(kinds, 129, 257, WIDE);
        kinds[0] = FINISH;
        kinds[1] = NUL;
        kinds['\n' + 1] = LINE_FEED;
        kinds['\r' + 1] = RETURN;
        kinds['"' + 1] = QUOTE;
        kinds[delimiter + 1] = DELIMITER;
    }

    /** Moves to the next record; false after the last. */
    boolean next() throws IOException {
        int first = bytes.take();
        if (first == END) {
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

    /** Whether line 1 ends with CRLF; known after the first record. */
    boolean endsWithReturn() {
        return firstEndsWithReturn;
    }

    /**
     * Whether DuckDB reads this record as a row; it passes over empty lines unless there is but one
     * column.
     */
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
        byte kind = kinds[next + 1];
        if (kind != DELIMITER && kind != LINE_FEED && kind != RETURN && kind != FINISH) {
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
                    endLine(false);
                    return false;
                case RETURN:
                    if (feedFollows()) {
                        endLine(true);
                        return false;
                    }
                    faultAt(Fault.LONE_RETURN, line);
                    break;
                case QUOTE:
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
        while (true) {
            int next = bytes.take();
            switch (kinds[next + 1]) {
                case FINISH:
                    faultAt(Fault.OPEN_QUOTE, opened);
                    return END;
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
        byte kind = kinds[next + 1];
        if (kind == NUL) {
            faultAt(Fault.NUL, line);
        } else if (kind == WIDE && !bytes.restOfCharacter(next)) {
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

    private void endLine(boolean withReturn) {
        if (firstLine == 1) {
            firstEndsWithReturn = withReturn;
        } else if (withReturn != firstEndsWithReturn) {
            faultAt(Fault.MIXED_ENDS, line);
        }
        line++;
    }

    private void faultAt(Fault found, long where) {
        if (fault == null) {
            fault = found;
            faultLine = where;
            faultCell = cells - 1;
        }
    }
}
