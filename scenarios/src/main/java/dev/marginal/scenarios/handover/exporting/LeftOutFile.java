package dev.marginal.scenarios.handover.exporting;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code left_out.csv}: each send that is not handed over any more, and why. */
final class LeftOutFile implements Closeable {
    static final String NAME = "left_out.csv";
    private static final List<String> COLUMNS =
            List.of("customer", "offer", "channel", "reason", "value_forgone", "decision_id");

    private static final BigDecimal NOTHING = new BigDecimal("0.000000");

    private final SendTable sends;
    private final CsvRows rows;

    LeftOutFile(Path folder, SendTable sends) throws IOException {
        this.sends = sends;
        this.rows = new CsvRows(folder.resolve(NAME), COLUMNS);
    }

    void add(int send, String reason) throws IOException {
        rows.add(
                List.of(
                        sends.customerId(send),
                        sends.offer(send),
                        sends.channel(send),
                        reason,
                        sends.value(send).max(NOTHING).toPlainString(),
                        sends.decisions().id(send)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
