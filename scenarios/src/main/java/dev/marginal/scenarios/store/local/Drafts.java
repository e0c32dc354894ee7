package dev.marginal.scenarios.store.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for what is in the making, each under a name that tells which process makes it; what
 * killed processes left is deleted when the next one begins.
 */
public final class Drafts {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]+)-(\\d+)-(\\d+)-.*");

    private final Path folder;

    public Drafts(Path folder) {
        this.folder = folder;
    }

    /** A path at which nothing is. */
    public Path next(String ending) throws IOException {
        Durable.createFolders(folder);
        sweep();
        Holder here = Holder.here();
        return folder.resolve(
                "%s-%d-%d-%s%s"
                        .formatted(
                                machine(here),
                                here.process(),
                                here.started(),
                                UUID.randomUUID(),
                                ending));
    }

    private void sweep() throws IOException {
        List<Path> drafts;
        try (Stream<Path> all = Files.list(folder)) {
            drafts = all.toList();
        }
        for (Path draft : drafts) {
            Matcher name = NAME.matcher(draft.getFileName().toString());
            if (name.matches() && isAbandoned(name)) {
                Durable.delete(draft);
            }
        }
    }

    private static boolean isAbandoned(Matcher name) {
        Holder here = Holder.here();
        Holder maker =
                new Holder(
                        here.host(),
                        here.machine(),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3)));
        return name.group(1).equals(machine(here)) && maker.hasEnded();
    }

    private static String machine(Holder holder) {
        return Integer.toHexString(holder.machine().hashCode());
    }
}
