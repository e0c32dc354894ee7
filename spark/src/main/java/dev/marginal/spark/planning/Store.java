package dev.marginal.spark.planning;

import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Published plans in a folder of a Hadoop file system: {@code <campaign>-<date>} each, which is
 * there whole or not at all, and beside them {@code .log}, the log of sends.
 *
 * @param address of the folder
 */
record Store(Disk disk, String address) {
    /** Where the past goes in a run's kit. */
    static final String IN_KIT = "store";

    private static final int DATE_LENGTH = "2026-01-01".length();

    /** Object stores copy a folder file by file where others rename it in one step. */
    private static final Set<String> WITHOUT_RENAME =
            Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "wasb", "wasbs");

    /**
     * Checks that plans can be published here whole or not at all.
     *
     * @throws BadInput if they cannot
     */
    void requireRename() {
        String scheme = URI.create(address).getScheme();
        if (scheme != null && WITHOUT_RENAME.contains(scheme)) {
            throw new BadInput(
                    Problem.of(
                            address,
                            "is in an object store, which cannot rename a folder in one step, so that a plan could be there in part",
                            "Give a --store on HDFS, ABFS or a shared disk, and copy the published plan from there."));
        }
    }

    /**
     * Checks that no plan stands where one is to go.
     *
     * @throws PlanInTheWay if one does
     */
    void requireFree(PlanKey key) {
        if (disk.exists(folder(key))) {
            throw inTheWay(key);
        }
    }

    /** Where a plan is written until it is published; nobody looks there. */
    String staging(PlanKey key, String run) {
        return "%s/.staging/%s.%s".formatted(address, key.name(), run);
    }

    /**
     * Publishes a plan by one rename.
     *
     * @return its folder
     * @throws PlanInTheWay if another was published meanwhile
     */
    String publish(PlanKey key, String staged) {
        if (!disk.renameToNew(staged, folder(key))) {
            throw inTheWay(key);
        }
        return folder(key);
    }

    /** What tasks need of the log and of the plans since a day. */
    List<Kit.Item> past(List<PlanKey> plans) {
        List<Kit.Item> items = new ArrayList<>(items(".log"));
        for (PlanKey plan : plans) {
            items.addAll(items(plan.name() + "/sends.parquet"));
            items.add(item(plan.name() + "/plan.json"));
        }
        return items;
    }

    /** The plans that were published for a day or a later one. */
    List<PlanKey> published(LocalDate since) {
        return disk.foldersIn(address).stream()
                .map(Store::key)
                .flatMap(Optional::stream)
                .filter(key -> !key.date().isBefore(since))
                .filter(key -> disk.exists(folder(key) + "/plan.json"))
                .toList();
    }

    private List<Kit.Item> items(String folder) {
        String whole = disk.whole(address + "/" + folder);
        return disk.filesIn(whole).stream()
                .map(
                        found ->
                                new Kit.Item(
                                        found.address(),
                                        IN_KIT
                                                + "/"
                                                + folder
                                                + found.address().substring(whole.length())))
                .toList();
    }

    private Kit.Item item(String file) {
        return new Kit.Item(address + "/" + file, IN_KIT + "/" + file);
    }

    private String folder(PlanKey key) {
        return address + "/" + key.name();
    }

    private PlanInTheWay inTheWay(PlanKey key) {
        return new PlanInTheWay(
                """
                %s holds a plan of %s already, or something else; nothing was published.
                Maybe give another --store or --date, or move the old folder away first."""
                        .formatted(folder(key), key));
    }

    /** A folder of another name is no plan's. */
    private static Optional<PlanKey> key(String name) {
        int dash = name.length() - DATE_LENGTH - 1;
        if (dash < 1 || name.charAt(dash) != '-') {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(name.substring(dash + 1));
            return Optional.of(new PlanKey(name.substring(0, dash), date));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
