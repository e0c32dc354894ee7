package dev.marginal.spark.planning;

import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/**
 * Published plans in a folder of a Hadoop file system: {@code <campaign>-<date>} each, which is
 * there whole or not at all, and {@code <campaign>-<date>.<number>} where one took the place of
 * another: the highest number holds. Beside them {@code .log}, the log of sends.
 *
 * @param address of the folder
 */
record Store(Disk disk, String address) {
    /** Where the past goes in a run's kit. */
    static final String IN_KIT = "store";

    /** Object stores copy a folder file by file where others rename it in one step. */
    private static final Set<String> WITHOUT_RENAME =
            Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "wasb", "wasbs");

    /**
     * Checks that plans can be published here whole or not at all.
     *
     * @throws BadInput if they cannot
     */
    void requireRename() {
        String scheme = new Path(address).toUri().getScheme();
        if (scheme != null && WITHOUT_RENAME.contains(scheme)) {
            throw new BadInput(
                    Problem.of(
                            address,
                            "is in an object store, which cannot rename a folder in one step, so that a plan could be there in part",
                            "Give a --store on HDFS, ABFS or a shared disk, and copy the published plan from there."));
        }
    }

    /**
     * Where a plan is to go.
     *
     * @param supersede whether it may take the place of another
     * @throws PlanInTheWay if one stands there and it may not
     */
    StoredPlan place(PlanKey key, boolean supersede) {
        int last =
                folders()
                        .filter(one -> one.key().equals(key))
                        .mapToInt(StoredPlan::number)
                        .max()
                        .orElse(0);
        StoredPlan next = new StoredPlan(key, last + 1);
        if (last > 0 && !supersede) {
            throw inTheWay(
                    new StoredPlan(key, last),
                    "Give --supersede to put a new plan in its place, or another --store or --date.");
        }
        return next;
    }

    /** Where a plan is written until it is published; nobody looks there. */
    String staging(StoredPlan plan, String run) {
        return "%s/.staging/%s.%s".formatted(address, plan.folder(), run);
    }

    /**
     * Publishes a plan by one rename.
     *
     * @return its folder
     * @throws PlanInTheWay if another was published meanwhile
     */
    String publish(StoredPlan plan, String staged) {
        if (!disk.renameToNew(staged, folder(plan))) {
            throw inTheWay(
                    plan,
                    "Another run was faster. Look at its plan; --supersede puts a new one in its place.");
        }
        return folder(plan);
    }

    /** What tasks need of the log and of the plans since a day. */
    List<Kit.Item> past(List<StoredPlan> plans) {
        List<Kit.Item> items = new ArrayList<>(items(".log"));
        for (StoredPlan plan : plans) {
            items.addAll(items(plan.folder() + "/sends.parquet"));
            items.add(item(plan.folder() + "/plan.json"));
        }
        return items;
    }

    /** All plans for a day or a later one, those whose place was taken included. */
    List<StoredPlan> plans(LocalDate since) {
        return folders()
                .filter(plan -> !plan.key().date().isBefore(since))
                .filter(plan -> disk.exists(folder(plan) + "/plan.json"))
                .toList();
    }

    /** The plans that hold for a day or a later one. */
    List<StoredPlan> published(LocalDate since) {
        return StoredPlan.holding(plans(since));
    }

    /** A plan's folder. */
    String folder(StoredPlan plan) {
        return address + "/" + plan.folder();
    }

    private Stream<StoredPlan> folders() {
        return disk.foldersIn(address).stream()
                .map(StoredPlan::in)
                .flatMap(Optional::stream)
                .sorted(StoredPlan.ORDER);
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

    private PlanInTheWay inTheWay(StoredPlan plan, String advice) {
        return new PlanInTheWay(
                """
                %s holds a plan of %s already, or something else; nothing was published.
                %s"""
                        .formatted(folder(plan), plan.key(), advice));
    }
}
