package dev.marginal.scenarios.handover.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The outboxes of all plans of a campaign and date: {@code .outbox/<campaign>-<date>/<plan
 * folder>/<target>}.
 */
public record Outboxes(Path folder) {
    private static final String NAME = ".outbox";

    /** The outboxes beside a plan's folder. */
    public static Outboxes beside(Path plan, String campaign, String date) {
        Path plans = plan.toAbsolutePath().normalize().getParent();
        return new Outboxes(plans.resolve(NAME).resolve(fileName(campaign + "-" + date)));
    }

    /** Where the outbox of a plan's folder, a target and some channels is, or would be. */
    public Path of(String plan, String target, List<String> channels) {
        String some = channels.isEmpty() ? "" : "-" + String.join("+", channels);
        return folder.resolve(plan).resolve(fileName(target + some));
    }

    /**
     * Opens an outbox, or begins it, and takes hold of its channels: what other hand-overs of this
     * campaign and date delivered stays as it is until it is closed.
     *
     * @throws OutboxInUse if another process has the outbox or one of its channels
     * @throws OtherHandOver if something left it with another plan or other settings
     */
    public Outbox open(Path outbox, OutboxHeader header) throws IOException {
        List<Path> files = new ArrayList<>();
        if (header.delivers()) {
            header.channels().forEach(name -> files.add(folder.resolve(fileName("lock-" + name))));
        }
        files.add(outbox.resolve("lock"));
        return Outbox.open(outbox, header, Locks.take(files));
    }

    /** An outbox as it was last written, not to be worked at. */
    public record Seen(Path folder, OutboxHeader header, Map<Integer, Step> latest) {}

    /** Every outbox from which something left, or may have. */
    public List<Seen> begun() throws IOException {
        List<Seen> seen = new ArrayList<>();
        for (Path plan : foldersIn(folder)) {
            for (Path outbox : foldersIn(plan)) {
                Path header = outbox.resolve(Outbox.HEADER);
                Map<Integer, Step> latest = Steps.latest(outbox.resolve(Outbox.STEPS));
                if (Files.exists(header) && Steps.anyLeft(latest)) {
                    seen.add(new Seen(outbox, OutboxText.header(header), latest));
                }
            }
        }
        return seen;
    }

    /** Sorted; beside them other hand-overs make files and rename them at any moment. */
    private static List<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    static String fileName(String words) {
        return words.replaceAll("[/\\\\]", "_");
    }
}
