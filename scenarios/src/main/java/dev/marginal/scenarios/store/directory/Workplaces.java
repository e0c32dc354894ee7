package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Durable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of plans: hidden ones in the making, and the published ones that they become.
 *
 * <p>The ledger says first that a plan is published, and under which name; then its folder is given
 * that name. Who comes between the two, or after a crash there, finishes the renaming. So a folder
 * that can be seen is always published, and a process that lost its lease never gets to rename
 * anything.
 */
final class Workplaces {
    private static final Pattern WORKPLACE =
            Pattern.compile("\\.(.+)-(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{1,9})\\.partial");

    private final Path store;
    private final Ledgers ledgers;

    Workplaces(Path store, Ledgers ledgers) {
        this.store = store;
        this.ledgers = ledgers;
    }

    /** Where an attempt writes its plan: beside the folder it will be, on the same disk. */
    Path of(Attempt attempt) {
        String key = attempt.plan().key().name();
        return store.resolve(".%s.%d.partial".formatted(key, attempt.number()));
    }

    /** The sign of life of an attempt. */
    Path heartbeat(Attempt attempt) {
        return ledgers.folder(attempt.plan().key()).resolve(attempt.number() + ".beat");
    }

    /**
     * Checks that the place of a key's first plan is free.
     *
     * @throws PlanInTheWay if a folder stands there that no ledger knows
     */
    void requireNoStranger(Ledger ledger) {
        Path place = store.resolve(ledger.key().name());
        if (ledger.isFirst() && Files.exists(place)) {
            throw new PlanInTheWay(
                    """
                    %s stands where the plan of %s will go, and this store did not put it there.
                    Move it away, or keep plans in another store."""
                            .formatted(place, ledger.key()));
        }
    }

    /** An empty one. */
    Path open(Attempt attempt) throws IOException {
        Path workplace = of(attempt);
        Durable.delete(workplace);
        return Files.createDirectory(workplace);
    }

    /** The folder of a plan that was published, renamed now if nobody came to it before. */
    Path published(Attempt attempt) throws IOException {
        Path folder = store.resolve(attempt.folder());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.move(of(attempt), folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw refused;
        }
        Durable.force(store);
        return folder;
    }

    /** Deletes what attempts left that came to nothing; finishes what was published. */
    void sweep() throws IOException {
        List<Path> hidden;
        try (Stream<Path> files = Files.list(store)) {
            hidden = files.toList();
        }
        for (Path each : hidden) {
            Matcher name = WORKPLACE.matcher(each.getFileName().toString());
            if (name.matches()) {
                sweep(
                        new PlanKey(name.group(1), LocalDate.parse(name.group(2))),
                        Long.parseLong(name.group(3)));
            }
        }
    }

    private void sweep(PlanKey key, long number) throws IOException {
        Ledger ledger = ledgers.latest(key);
        if (number <= ledger.attempts().size()) {
            sweep(ledger, ledger.attempt(number));
        }
    }

    private void sweep(Ledger ledger, Attempt attempt) throws IOException {
        Path workplace = of(attempt);
        boolean abandoned = attempt.state().isOpen() && attempt.holder().hasEnded();
        boolean gone = abandoned && ledgers.offer(ledger.with(attempt.in(PlanState.FAILED)));
        if (!attempt.folder().isEmpty() && Files.isDirectory(workplace)) {
            published(attempt);
        } else if (gone || attempt.state() == PlanState.FAILED) {
            Files.deleteIfExists(heartbeat(attempt));
            delete(workplace);
        }
    }

    /**
     * A holder that woke up too late may still be writing; then the next sweep deletes the rest.
     */
    private static void delete(Path workplace) throws IOException {
        try {
            Durable.delete(workplace);
        } catch (DirectoryNotEmptyException stillWritten) {
            Thread.yield();
        }
    }
}
