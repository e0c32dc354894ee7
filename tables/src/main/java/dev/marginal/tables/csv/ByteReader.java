package dev.marginal.tables.csv;

import java.io.IOException;
import java.io.InputStream;

/** Takes bytes one by one, quickly, and can give the last one back. */
final class ByteReader implements AutoCloseable {
    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long passed;

    ByteReader(InputStream in) {
        this.in = in;
    }

    /** The next byte as 0 to 255, or {@link #END}. */
    int take() throws IOException {
        if (at == filled && !fill()) {
            return END;
        }
        return buffer[at++] & 0xFF;
    }

    /** Undoes the last {@link #take}; a fill keeps at least the byte taken after it. */
    void giveBack(int last) {
        if (last != END) {
            at--;
        }
    }

    /** How many bytes were taken in all. */
    long taken() {
        return passed + at;
    }

    /**
     * Takes the bytes that follow the leading byte of a character; false, and the first wrong byte
     * given back, if they do not make one up (RFC 3629, section 4).
     */
    boolean restOfCharacter(int lead) throws IOException {
        if (lead < 0xC2 || lead > 0xF4) {
            return false;
        }
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        for (int i = 0; i < more; i++) {
            int next = take();
            if (next < least || next > most) {
                giveBack(next);
                return false;
            }
            least = 0x80;
            most = 0xBF;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        passed += filled;
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
