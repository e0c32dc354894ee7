package dev.marginal.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ids packed as UTF-8 bytes, each once; ten million ids of eight letters take 160 MB, a fifth of
 * what strings take.
 *
 * <p>The bytes stand in pages; an id never crosses a page. An id's place is its page (upper bits)
 * and its offset there (lower bits); it ends where the next id of its page begins.
 */
public final class IdColumn implements Column {
    private static final int PAGE_BITS = 20;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;

    private final String name;
    private final byte[][] pages;
    private final long[] starts;

    private IdColumn(String name, byte[][] pages, long[] starts) {
        this.name = name;
        this.pages = pages;
        this.starts = starts;
    }

    /** A column of these ids. */
    public static IdColumn of(String name, List<String> ids) {
        Builder builder = new Builder(name);
        ids.forEach(builder::add);
        return builder.build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return starts.length;
    }

    /** The id of a row. */
    public String id(int row) {
        byte[] page = page(row);
        int from = offset(row);
        return new String(page, from, end(row) - from, StandardCharsets.UTF_8);
    }

    /** Whether two rows hold the same id. */
    public boolean same(int row, int other) {
        return Arrays.equals(
                page(row), offset(row), end(row), page(other), offset(other), end(other));
    }

    /** Whether a row holds the same id as a row of another column. */
    public boolean same(int row, IdColumn other, int otherRow) {
        return Arrays.equals(
                page(row),
                offset(row),
                end(row),
                other.page(otherRow),
                other.offset(otherRow),
                other.end(otherRow));
    }

    /** Whether a row holds this id, given in UTF-8. */
    public boolean same(int row, byte[] id) {
        return Arrays.equals(page(row), offset(row), end(row), id, 0, id.length);
    }

    /**
     * Below, at or above zero as a row's id comes before, is or comes after another's, by bytes.
     */
    int compare(int row, int other) {
        return Arrays.compareUnsigned(
                page(row), offset(row), end(row), page(other), offset(other), end(other));
    }

    /** One more than a byte of a row's id, or 0 where the id has ended. */
    int letter(int row, int place) {
        int at = offset(row) + place;
        return at < end(row) ? (page(row)[at] & 0xff) + 1 : 0;
    }

    /** A row's id in UTF-8; a view that is only to be read. */
    ByteBuffer bytes(int row) {
        return ByteBuffer.wrap(page(row), offset(row), end(row) - offset(row));
    }

    /** Whether a row's id is empty. */
    public boolean isEmpty(int row) {
        return offset(row) == end(row);
    }

    /** A hash of the id's bytes, the same in every run and on every machine. */
    public int hash(int row) {
        return hash(page(row), offset(row), end(row));
    }

    /** The hash of an id given in UTF-8. */
    public static int hash(byte[] id) {
        return hash(id, 0, id.length);
    }

    private static int hash(byte[] bytes, int from, int end) {
        int hash = 1;
        for (int i = from; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash * 0x9E3779B9;
    }

    /** The ids of these rows, in this order. */
    public IdColumn select(int[] rows) {
        Builder builder = new Builder(name);
        for (int row : rows) {
            builder.add(page(row), offset(row), end(row));
        }
        return builder.build();
    }

    /** These rows in the order of their ids, byte by byte; rows with the same id keep theirs. */
    public int[] sorted(int[] rows) {
        return IdOrder.of(this, rows);
    }

    /** The same ids under another header. */
    public IdColumn named(String other) {
        return new IdColumn(other, pages, starts);
    }

    private byte[] page(int row) {
        return pages[(int) (starts[row] >>> PAGE_BITS)];
    }

    private int offset(int row) {
        return (int) (starts[row] & (PAGE_SIZE - 1));
    }

    private int end(int row) {
        boolean lastOfPage =
                row + 1 == starts.length
                        || starts[row + 1] >>> PAGE_BITS != starts[row] >>> PAGE_BITS;
        return lastOfPage ? page(row).length : offset(row + 1);
    }

    /** Packs ids one by one. */
    public static final class Builder {
        private final String name;
        private final List<byte[]> full = new ArrayList<>();
        private byte[] page = new byte[PAGE_SIZE];
        private int used;
        private long[] starts = new long[1024];
        private int rows;

        public Builder(String name) {
            this.name = name;
        }

        /**
         * Appends an id.
         *
         * @throws IllegalArgumentException if the id is longer than a page (1 MiB)
         */
        public void add(String id) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            Requires.require(
                    bytes.length < PAGE_SIZE,
                    "length of an id of " + name,
                    bytes.length,
                    "below " + PAGE_SIZE);
            add(bytes, 0, bytes.length);
        }

        private void add(byte[] bytes, int from, int end) {
            // A page's last offset must stay below PAGE_SIZE, also for an empty id.
            if (used + end - from >= PAGE_SIZE) {
                turnPage();
            }
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, rows + (rows >> 1));
            }
            starts[rows++] = ((long) full.size() << PAGE_BITS) | used;
            System.arraycopy(bytes, from, page, used, end - from);
            used += end - from;
        }

        /** The column of all ids added. */
        public IdColumn build() {
            turnPage();
            return new IdColumn(name, full.toArray(byte[][]::new), Arrays.copyOf(starts, rows));
        }

        private void turnPage() {
            full.add(Arrays.copyOf(page, used));
            used = 0;
        }
    }
}
