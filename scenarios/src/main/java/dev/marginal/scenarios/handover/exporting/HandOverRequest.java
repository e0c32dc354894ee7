package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be handed over to whom.
 *
 * @param plan the plan's folder
 * @param out where files and the report go
 * @param service where chunks are posted; empty for files
 * @param resend chunks of unknown fate that are sent again
 * @param skip chunks of unknown fate that are not sent again
 * @param beforeTime whether chunks may arrive before their time, at a service that does not keep it
 * @param also whether another target may have the same sends
 */
public record HandOverRequest(
        Path plan,
        Exporter exporter,
        HandOverSettings settings,
        Path out,
        Optional<ServiceAccess> service,
        Set<Integer> resend,
        Set<Integer> skip,
        boolean beforeTime,
        boolean also) {
    public HandOverRequest {
        resend = Set.copyOf(resend);
        skip = Set.copyOf(skip);
    }

    /** Whether a chunk's time has not come: a service would send it at once, or not take it yet. */
    public boolean mustWait(Chunk chunk, Instant now) {
        if (service.isEmpty() || beforeTime || chunk.sendAt().isEmpty()) {
            return false;
        }
        Duration ahead = exporter.service().orElseThrow().keepsFor();
        return chunk.sendAt().get().isAfter(now.plus(ahead));
    }

    /** Where a service is and the key to it. */
    public record ServiceAccess(URI url, String key) {
        /** Without the key, which belongs in no message. */
        @Override
        public String toString() {
            return url.toString();
        }
    }
}
