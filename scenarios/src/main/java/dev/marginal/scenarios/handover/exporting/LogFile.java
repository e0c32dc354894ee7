package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.contacts.SendStatus;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code log.csv}, which {@code marginal log import} takes. */
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

    private final SendTable sends;
    private final String campaign;
    private final Map<String, CampaignOffer> offers;
    private final CsvRows rows;

    LogFile(Path folder, SendTable sends, CampaignFile campaign) throws IOException {
        this.sends = sends;
        this.campaign = campaign.campaign();
        this.offers =
                campaign.offers().stream()
                        .collect(Collectors.toMap(one -> one.offer().id(), Function.identity()));
        this.rows = new CsvRows(folder.resolve("log.csv"), COLUMNS);
    }

    /**
     * Adds a send.
     *
     * @param arrived when a service that sends what arrives had it; a file's sends go out as
     *     planned
     */
    void add(int send, SendStatus status, Optional<Instant> arrived) throws IOException {
        Optional<CampaignOffer> offer = Optional.ofNullable(offers.get(sends.offer(send)));
        rows.add(
                List.of(
                        sends.customerId(send),
                        sends.channel(send),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sentAt(send, arrived)),
                        status.word(),
                        campaign,
                        sends.offer(send),
                        offer.map(one -> String.join("|", one.message().tags())).orElse(""),
                        sends.decisions().id(send),
                        String.valueOf(offer.map(one -> one.message().counts()).orElse(true)),
                        sends.cost(send).toPlainString()));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** The planned time, or that of the arrival if it is later. */
    private OffsetDateTime sentAt(int send, Optional<Instant> arrived) {
        OffsetDateTime planned = sends.sendAt(send);
        return arrived.map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .filter(at -> at.isAfter(planned.toInstant()))
                .map(at -> at.atOffset(planned.getOffset()))
                .orElse(planned);
    }
}
