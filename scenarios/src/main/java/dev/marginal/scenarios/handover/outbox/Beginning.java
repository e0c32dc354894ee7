package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.handover.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a hand-over was begun of which something left already. */
record Beginning(OutboxHeader begun, Map<Integer, Step> latest) {
    /**
     * Checks that it can be gone on with as it is asked for now. The campaign of an offer may be
     * another one as long as nothing of that offer left.
     *
     * @throws OtherHandOver with each difference
     */
    void requireAllows(OutboxHeader asked) {
        List<String> differences = new ArrayList<>();
        if (!begun.fingerprint().equals(asked.fingerprint())) {
            differences.add("another plan");
        }
        Set<String> free = settingsOfOffersToCome();
        asked.settings().keySet().stream()
                .filter(name -> !free.contains(name))
                .filter(name -> !setting(begun, name).equals(setting(asked, name)))
                .map(
                        name ->
                                "%s: %s, not %s"
                                        .formatted(
                                                name, setting(begun, name), setting(asked, name)))
                .forEach(differences::add);
        if (differences.isEmpty() && !begun.chunks().equals(asked.chunks())) {
            differences.add("the plan was cut otherwise, by another version of Marginal");
        }
        if (!differences.isEmpty()) {
            throw new OtherHandOver(asked, differences);
        }
    }

    private Set<String> settingsOfOffersToCome() {
        Set<String> offers = begun.chunks().stream().map(Chunk::offer).collect(Collectors.toSet());
        begun.chunks().stream().filter(this::left).map(Chunk::offer).forEach(offers::remove);
        return offers.stream().map(OutboxHeader::campaignOf).collect(Collectors.toSet());
    }

    private boolean left(Chunk chunk) {
        Step step = latest.get(chunk.number());
        return step != null && step.state() != ChunkState.PENDING;
    }

    private static String setting(OutboxHeader header, String name) {
        String value = header.settings().getOrDefault(name, "");
        return value.isEmpty() ? "none" : value;
    }
}
