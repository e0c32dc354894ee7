package dev.marginal.tables.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first record of a CSV file.
 *
 * @param delimiter the one of {@code , ; tab |} that stands most often in it outside quotes
 * @param names the column names as written
 */
record Header(char delimiter, List<String> names) {
    private static final String DELIMITERS = ",;\t|";
    private static final int LONGEST = 1 << 20;

    Header {
        names = List.copyOf(names);
    }

    /**
     * Reads the header, which has no names if there is no byte; bytes that are not UTF-8 are left
     * to the scanner to complain about.
     */
    static Header read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST);
        if (start.length == 0) {
            return new Header(DELIMITERS.charAt(0), List.of());
        }
        String record = new String(firstRecord(start), StandardCharsets.UTF_8);
        char delimiter = mostFrequent(record);
        return new Header(delimiter, split(record, delimiter));
    }

    private static byte[] firstRecord(byte[] bytes) {
        boolean quoted = false;
        int end = 0;
        while (end < bytes.length && (quoted || bytes[end] != '\n')) {
            quoted ^= bytes[end] == '"';
            end++;
        }
        boolean withReturn = end > 0 && end < bytes.length && bytes[end - 1] == '\r';
        return Arrays.copyOf(bytes, withReturn ? end - 1 : end);
    }

    private static char mostFrequent(String record) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            quoted ^= record.charAt(i) == '"';
            int delimiter = DELIMITERS.indexOf(record.charAt(i));
            if (!quoted && delimiter >= 0) {
                counts[delimiter]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    private static List<String> split(String record, char delimiter) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= record.length(); i++) {
            boolean border = i == record.length() || record.charAt(i) == delimiter && !quoted;
            if (border) {
                cells.add(unquoted(record.substring(from, i)));
                from = i + 1;
            } else {
                quoted ^= record.charAt(i) == '"';
            }
        }
        return cells;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
