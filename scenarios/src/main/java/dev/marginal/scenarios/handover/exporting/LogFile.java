package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.handover.outbox.PrivateFiles;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a file that {@code marginal log import} takes; it takes the place of the last one. */
final class LogFile implements Closeable {
    private static final List<String> COLUMNS =
            List.of(
                    "customer",
                    "channel",
                    "sent_at",
                    "status",
                    "campaign",
                    "offer",
                    "tags",
                    "decision_id",
                    "counts",
                    "cost");

    private final Path file;
    private final Path part;
    private final String campaign;
    private final Map<String, CampaignOffer> offers;
    private final BufferedWriter out;

    LogFile(Path file, String campaign, Map<String, CampaignOffer> offers) throws IOException {
        PrivateFiles.createFolders(file.toAbsolutePath().getParent());
        this.file = file;
        this.part = file.resolveSibling(".log.csv.part");
        this.campaign = campaign;
        this.offers = offers;
        Files.deleteIfExists(part);
        this.out = Files.newBufferedWriter(PrivateFiles.create(part), StandardCharsets.UTF_8);
        out.write(String.join(",", COLUMNS) + "\n");
    }

    /** A send without a time has no place in the log. */
    void add(SendTable sends, int send, SendStatus status) throws IOException {
        Optional<OffsetDateTime> at = sends.sendAt(send);
        if (at.isEmpty()) {
            return;
        }
        Optional<CampaignOffer> offer = Optional.ofNullable(offers.get(sends.offer(send)));
        List<String> cells =
                List.of(
                        sends.customerId(send),
                        sends.channel(send),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.get()),
                        status.word(),
                        campaign,
                        sends.offer(send),
                        offer.map(one -> String.join("|", one.message().tags())).orElse(""),
                        sends.decisions().id(send),
                        String.valueOf(offer.map(one -> one.message().counts()).orElse(true)),
                        sends.cost(send).toPlainString());
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? quoted(cells.get(i)) : "," + quoted(cells.get(i)));
        }
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
        PrivateFiles.move(part, file);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
