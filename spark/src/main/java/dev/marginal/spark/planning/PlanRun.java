package dev.marginal.spark.planning;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Outcome;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.daily.PastOfCampaign;
import dev.marginal.scenarios.daily.WholeDay;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.spark.Part;
import dev.marginal.spark.SparkAllocator;
import dev.marginal.spark.SpreadPlan;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.AudienceRecord;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.spark.files.KitFolder;
import dev.marginal.tables.Source;
import dev.marginal.uplift.storage.StoredModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/** One plan in the making: reads the parts of the audience, and decides over all of them. */
final class PlanRun {
    private final SparkPlanning door;
    private final CampaignFile file;
    private final PlanRequest request;
    private final Store store;
    private final StoredPlan place;
    private final PastOfCampaign known;
    private final PlansSeen seen;
    private final Staging staging;

    PlanRun(
            SparkPlanning door,
            CampaignFile file,
            PlanRequest request,
            Store store,
            StoredPlan place,
            Staging staging) {
        this.door = door;
        this.file = file;
        this.request = request;
        this.store = store;
        this.place = place;
        this.known = new PastOfCampaign(file, place.key().date());
        this.seen = PlansSeen.now(store, since());
        this.staging = staging;
    }

    PublishedPlan plan() {
        String address = address();
        List<Disk.Found> found = AudienceFiles.find(store.disk(), address, file.name());
        List<AudienceFiles> parts = AudienceFiles.divide(found, request.partitions());
        staging.putCampaign(file);
        StoredModel model = model(found);
        PartReader reader = reader();
        PastFolders past = file.daily().flight().isPresent() ? sinceTakeOff() : reader.past();
        Optional<TodaysBudget> today = today(past);
        begins("Reading and scoring %,d files in %,d parts".formatted(found.size(), parts.size()));
        JavaRDD<PartRead> read =
                context()
                        .parallelize(parts, parts.size())
                        .map(files -> PartRead.of(reader, files))
                        .persist(StorageLevel.MEMORY_ONLY());
        List<PartRead> all = read.collect();
        PartRead.require(all);
        WholeDay whole =
                WholeDay.of(
                        file.with(named(address)),
                        all.stream().flatMap(one -> one.told().stream()).toList());
        JavaRDD<Part<AudienceFiles>> books =
                read.map(one -> book(reader, one.files(), whole))
                        .persist(StorageLevel.MEMORY_ONLY());
        try (SpreadPlan<AudienceFiles> plan = allocate(books, whole, known.budget(today))) {
            requirePlan(plan);
            return new Publication(door, file, model, whole, staging, seen, place, past, today)
                    .publish(
                            plan,
                            reader,
                            PartRead.audience(address, whole.customers(), all),
                            new AudienceRecord(all.stream().map(PartRead::line).toList()));
        } finally {
            books.unpersist();
            read.unpersist();
            reader.forget();
        }
    }

    private static Part<AudienceFiles> book(
            PartReader reader, AudienceFiles files, WholeDay whole) {
        return new Part<>(reader.read(files).part().book(whole), files);
    }

    private SpreadPlan<AudienceFiles> allocate(
            JavaRDD<Part<AudienceFiles>> books, WholeDay whole, Budget budget) {
        begins("Planning for %,d customers".formatted(whole.customers()));
        return new SparkAllocator(file.search(), door.execution())
                .allocate(books, budget, whole.rules(file));
    }

    private static void requirePlan(SpreadPlan<AudienceFiles> plan) {
        if (plan.outcome() == Outcome.INFEASIBLE || plan.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(plan.figures());
        }
    }

    private StoredModel model(List<Disk.Found> found) {
        if (request.model().isPresent()) {
            staging.putModel(request.model().get());
            return new ModelInHand(door).read(request.model().get());
        }
        StoredModel model = new ModelInHand(door).fit(file, () -> customers(found));
        ModelInHand.put(model, staging);
        return model;
    }

    /** From the footers of the files. */
    private long customers(List<Disk.Found> found) {
        return door.session()
                .read()
                .parquet(found.stream().map(Disk.Found::address).toArray(String[]::new))
                .count();
    }

    /** Tasks need of the past what contact caps count; what the plan is to replace is no past. */
    private PartReader reader() {
        List<StoredPlan> plans =
                known.since().map(store::published).orElse(List.of()).stream()
                        .filter(plan -> !plan.key().equals(place.key()))
                        .toList();
        List<Kit.Item> items = new ArrayList<>(staging.items());
        items.addAll(store.past(plans));
        Kit kit = new Kit(staging.folder(), store.disk(), items);
        return new PartReader(kit, KitFolder.inKit(file.path()), place.key().date(), plans);
    }

    /** Today's part of a flight's budget, once the log is known to tell of all that was sent. */
    private Optional<TodaysBudget> today(PastFolders past) {
        if (!request.assumePlannedSent()) {
            known.requireFresh(past);
        }
        return known.todays(past);
    }

    /** The first day whose plans contact caps or the flight count. */
    private Optional<LocalDate> since() {
        Optional<LocalDate> flight = file.daily().flight().map(Flight::from);
        return Stream.concat(known.since().stream(), flight.stream()).min(LocalDate::compareTo);
    }

    /**
     * What caps count, and all that this campaign planned since its flight began: the driver alone
     * looks at it.
     */
    private PastFolders sinceTakeOff() {
        String campaign = place.key().campaign();
        List<StoredPlan> capped = known.since().map(store::published).orElse(List.of());
        List<StoredPlan> plans =
                seen.plans().stream()
                        .filter(
                                plan ->
                                        plan.key().campaign().equals(campaign)
                                                || capped.contains(plan))
                        .toList();
        Kit kit = new Kit(staging.folder() + ".flight", store.disk(), store.past(plans));
        return new PastFolders(kit.here().resolve(Store.IN_KIT), plans);
    }

    /** Files that the campaign file names are on the driver's machine. */
    private String address() {
        return store.disk()
                .whole(
                        request.audience()
                                .orElseGet(
                                        () ->
                                                "file://"
                                                        + file.audience()
                                                                .source()
                                                                .folder()
                                                                .toAbsolutePath()
                                                                .normalize()
                                                                .resolve(
                                                                        file.audience()
                                                                                .source()
                                                                                .name())));
    }

    private CampaignFile.AudienceColumns named(String address) {
        CampaignFile.AudienceColumns audience = file.audience();
        return new CampaignFile.AudienceColumns(
                new Source.Files(audience.source().folder(), address),
                audience.customer(),
                audience.ignore());
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(door.session().sparkContext());
    }

    private void begins(String step) {
        door.progress().begins(step);
    }
}
