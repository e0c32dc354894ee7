package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Offer;
import dev.marginal.tables.IdColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code not_sent.csv} as it is written: commas, LF, and quotes as in RFC 4180 where needed. */
final class NotSentFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final int LONGEST_NUMBER = 24;
    private static final int DECIMALS = 6;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private final IdColumn customers;
    private final byte[][] offers;
    private final Catalogue catalogue;
    private byte[][] reasons = new byte[0][];
    private int customer = -1;
    private byte[] id;

    NotSentFile(Path file, IdColumn customers, List<Offer> offers, Catalogue catalogue) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.offers =
                offers.stream()
                        .map(offer -> cell(offer.id()) + "," + cell(offer.channel()) + ",")
                        .map(NotSentFile::bytes)
                        .toArray(byte[][]::new);
        try {
            this.channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        put(bytes("customer,offer,channel,reason,value_forgone\n"));
    }

    void line(int nextCustomer, int offer, int reason, long micros) {
        if (nextCustomer != customer) {
            customer = nextCustomer;
            id = bytes(cell(customers.id(customer)) + ",");
        }
        put(id);
        put(offers[offer]);
        put(reason(reason));
        putMoney(micros);
    }

    /** Everything is on the disk afterwards. */
    void finish() {
        flush();
        try {
            channel.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] reason(int number) {
        if (number >= reasons.length) {
            byte[][] known = new byte[catalogue.size()][];
            for (int i = 0; i < known.length; i++) {
                known[i] = bytes(cell(catalogue.get(i).word()) + ",");
            }
            reasons = known;
        }
        return reasons[number];
    }

    /** An amount of zero or more with six decimals, and the line's end. */
    private void putMoney(long micros) {
        int at = LONGEST_NUMBER;
        digits[--at] = '\n';
        long rest = micros;
        for (int digit = 0; digit <= DECIMALS || rest > 0; digit++) {
            if (digit == DECIMALS) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        room(LONGEST_NUMBER - at);
        buffer.put(digits, at, LONGEST_NUMBER - at);
    }

    private void put(byte[] bytes) {
        if (bytes.length > buffer.capacity()) {
            flush();
            write(ByteBuffer.wrap(bytes));
            return;
        }
        room(bytes.length);
        buffer.put(bytes);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
