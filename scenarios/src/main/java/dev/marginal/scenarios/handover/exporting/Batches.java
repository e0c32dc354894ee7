package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import dev.marginal.tables.IdIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes out of each chunk the sends that must not go out any more. */
record Batches(
        PlanFacts plan, SendTable sends, int[] order, Recipients recipients, IdIndex sentBefore) {

    /**
     * A chunk, sifted.
     *
     * @param dropped places in the chunk, by reason
     */
    record Sifted(Batch batch, SortedMap<String, int[]> dropped) {}

    Sifted sift(Chunk chunk, HandOverRequest request, Instant now) {
        String[] reasons = new String[chunk.sends()];
        for (int place = 0; place < reasons.length; place++) {
            reasons[place] = obstacle(order[chunk.first() + place], now).orElse(null);
        }
        int[] left =
                IntStream.range(0, reasons.length)
                        .filter(place -> reasons[place] == null)
                        .map(place -> order[chunk.first() + place])
                        .toArray();
        Iterable<Send> kept = () -> Arrays.stream(left).mapToObj(recipients::send).iterator();
        return new Sifted(
                new Batch(
                        plan,
                        chunk,
                        request.settings(),
                        kept,
                        left.length,
                        request.service().map(service -> now)),
                byReason(reasons));
    }

    private Optional<String> obstacle(int send, Instant now) {
        if (sentBefore.find(sends.decisions(), send) != IdIndex.ABSENT) {
            return Optional.of(AlreadySent.REASON);
        }
        if (now.isAfter(sends.expiresAt(send).toInstant())) {
            return Optional.of(NotSent.Code.EXPIRED.word());
        }
        return recipients.obstacle(send);
    }

    private static SortedMap<String, int[]> byReason(String[] reasons) {
        Map<String, int[]> places =
                Arrays.stream(reasons)
                        .filter(reason -> reason != null)
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        reason -> reason, reason -> places(reasons, reason)));
        return new TreeMap<>(places);
    }

    private static int[] places(String[] reasons, String reason) {
        return IntStream.range(0, reasons.length)
                .filter(place -> reason.equals(reasons[place]))
                .toArray();
    }
}
