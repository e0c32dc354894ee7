package dev.marginal.scenarios.handover.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The outboxes of all plans of a folder of plans: {@code .outbox/<plan>/<target>}. */
public record Outboxes(Path folder) {
    private static final String NAME = ".outbox";

    /** The outboxes beside a plan's folder. */
    public static Outboxes beside(Path plan) {
        return new Outboxes(plan.toAbsolutePath().normalize().getParent().resolve(NAME));
    }

    /** Where the outbox of a plan, a target and some channels is, or would be. */
    public Path of(String plan, String target, List<String> channels) {
        String some = channels.isEmpty() ? "" : "-" + String.join("+", channels);
        return folder.resolve(plan).resolve((target + some).replaceAll("[/\\\\]", "_"));
    }

    /** An outbox as it was last written, not to be worked at. */
    public record Seen(Path folder, OutboxHeader header, Map<Integer, Step> latest) {}

    /** Every outbox in which something was done. */
    public List<Seen> begun() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Seen> seen = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(path -> path.endsWith(Outbox.HEADER)).sorted().toList()) {
                List<Step> steps = Steps.read(file.resolveSibling(Outbox.STEPS));
                Map<Integer, Step> latest = new HashMap<>();
                steps.forEach(step -> latest.put(step.chunk(), step));
                if (!latest.isEmpty()) {
                    seen.add(new Seen(file.getParent(), OutboxText.header(file), latest));
                }
            }
        }
        return seen;
    }
}
