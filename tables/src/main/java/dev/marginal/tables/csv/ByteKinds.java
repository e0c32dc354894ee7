package dev.marginal.tables.csv;

import java.util.Arrays;

/** What each byte means to the shape of a CSV file. */
final class ByteKinds {
    static final byte TEXT = 0;
    static final byte DELIMITER = 1;
    static final byte QUOTE = 2;
    static final byte LINE_FEED = 3;
    static final byte RETURN = 4;
    static final byte NUL = 5;

    /** Part of a character of several bytes. */
    static final byte WIDE = 6;

    /** The end of the file. */
    static final byte FINISH = 7;

    private ByteKinds() {}

    /** The kind of each byte, at the byte's value plus one; that of the end of the file is at 0. */
    static byte[] of(char delimiter) {
        byte[] kinds = new byte[257];
        Arrays.fill(kinds, TEXT);
        Arrays.fill(kinds, 129, 257, WIDE);
        kinds[ByteReader.END + 1] = FINISH;
        kinds[1] = NUL;
        kinds['\n' + 1] = LINE_FEED;
        kinds['\r' + 1] = RETURN;
        kinds['"' + 1] = QUOTE;
        kinds[delimiter + 1] = DELIMITER;
        return kinds;
    }

    /** Whether a byte of this kind ends a cell. */
    static boolean endsCell(byte kind) {
        return kind == DELIMITER || kind == LINE_FEED || kind == RETURN || kind == FINISH;
    }
}
