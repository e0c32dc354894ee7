package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Limits;
import dev.marginal.scenarios.handover.PlanFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cuts the sends of a plan into chunks that a target takes; the same plan in the same way. */
final class Cutter {
    private static final int ID_BYTES = 8;
    private static final int TIME_SHIFT = 31;
    private static final int OFFER_SHIFT = 50;
    private static final long PLACE = Integer.MAX_VALUE;

    private final PlanFacts plan;
    private final SendTable sends;
    private final Exporter exporter;
    private final Limits limits;
    private final int[] order;
    private final int[] times;
    private final List<Chunk> chunks = new ArrayList<>();

    Cutter(PlanFacts plan, SendTable sends, Exporter exporter, HandOverSettings settings) {
        this.plan = plan;
        this.sends = sends;
        this.exporter = exporter;
        this.limits = exporter.limits(settings);
        this.times = sends.timeRanks();
        this.order = order(settings);
    }

    /** The sends that are handed over, in the order of the cut. */
    int[] order() {
        return order;
    }

    List<Chunk> chunks() {
        int first = 0;
        long bytes = 0;
        for (int place = 0; place < order.length; place++) {
            long more = bytes(place);
            if (place > first && isFull(first, place, bytes + more)) {
                add(first, place);
                first = place;
                bytes = 0;
            }
            bytes += more;
        }
        if (first < order.length) {
            add(first, order.length);
        }
        return chunks;
    }

    private boolean isFull(int first, int place, long bytes) {
        return place - first == limits.sends()
                || bytes > limits.bytes()
                || !goTogether(order[first], order[place]);
    }

    private boolean goTogether(int one, int other) {
        int[] offers = sends.offers().codes();
        return (!limits.oneOffer() || offers[one] == offers[other])
                && (!limits.oneTime() || times[one] == times[other]);
    }

    private long bytes(int place) {
        return limits.bytes() == Long.MAX_VALUE
                ? 0
                : exporter.bytes(
                        plan, sends.send(order[place], Optional.empty(), Optional.empty()));
    }

    private void add(int first, int end) {
        int number = chunks.size() + 1;
        boolean sameTime =
                limits.oneTime()
                        || IntStream.range(first, end)
                                .allMatch(place -> times[order[place]] == times[order[first]]);
        chunks.add(
                new Chunk(
                        number,
                        id(number, first, end),
                        limits.oneOffer() ? sends.offer(order[first]) : "",
                        sameTime
                                ? Optional.of(sends.sendAt(order[first]).toInstant())
                                : Optional.empty(),
                        first,
                        end - first));
    }

    private String id(int number, int first, int end) {
        String text =
                String.join(
                        "\n",
                        plan.fingerprint(),
                        exporter.target(),
                        String.valueOf(number),
                        sends.decisions().id(order[first]),
                        sends.decisions().id(order[end - 1]));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int[] order(HandOverSettings settings) {
        IntStream chosen =
                IntStream.range(0, sends.sends())
                        .filter(
                                send ->
                                        settings.channels().isEmpty()
                                                || settings.channels()
                                                        .contains(sends.channel(send)));
        if (!limits.oneOffer() && !limits.oneTime()) {
            return chosen.toArray();
        }
        return chosen.mapToLong(this::key).sorted().mapToInt(key -> (int) (key & PLACE)).toArray();
    }

    /** Offer, time, place in the file, from the highest bits to the lowest. */
    private long key(int send) {
        long offer = limits.oneOffer() ? sends.offers().codes()[send] : 0;
        long time = limits.oneTime() ? times[send] : 0;
        return offer << OFFER_SHIFT | time << TIME_SHIFT | send;
    }
}
