package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.local.Drafts;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * What a store has on this machine: plans in the making, and copies of plans and log files, each of
 * which appears by one rename, whole. A copy that is deleted is made again when it is asked for.
 * Only the user whose it is may read it.
 */
final class Copies {
    private final Path folder;
    private final Drafts drafts;

    private Copies(Path folder) {
        this.folder = folder;
        this.drafts = new Drafts(folder.resolve("drafts"));
    }

    /** Those of one store, in a folder for all. */
    static Copies of(Path folder, UUID store) throws IOException {
        Path own = folder.resolve(store.toString());
        PrivateFiles.createFolders(own);
        return new Copies(own);
    }

    /** Where the copy of a plan's folder is or will be. */
    Path plan(PlanRecord plan) throws IOException {
        return place("plans", "%s.%d".formatted(plan.key().name(), plan.number()));
    }

    /** Where the copy of a log file is or will be. */
    Path log(String sha256, String ending) throws IOException {
        return place("log", sha256 + ending);
    }

    /** A path at which nothing is. */
    Path draft(String ending) throws IOException {
        return drafts.next(ending);
    }

    /** An empty folder. */
    Path newFolder(String ending) throws IOException {
        return Files.createDirectory(drafts.next(ending));
    }

    /** Gives a draft, now whole, its place; if the same is there already, that stays. */
    Path adopt(Path draft, Path place) throws IOException {
        Durable.forceAll(draft);
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            Durable.force(place.getParent());
        } catch (FileSystemException refused) {
            if (!Files.exists(place)) {
                throw refused;
            }
            Durable.delete(draft);
        }
        return place;
    }

    private Path place(String room, String name) throws IOException {
        return Files.createDirectories(folder.resolve(room)).resolve(name);
    }
}
