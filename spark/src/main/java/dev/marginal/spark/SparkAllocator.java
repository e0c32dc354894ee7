package dev.marginal.spark;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.ScatteredAllocator;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.parts.Joint;
import dev.marginal.optimizer.parts.Outline;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Plans a campaign whose customers are spread over partitions, send by send as one machine would.
 *
 * <p>Customers stay where they are: a search sends prices to the partitions and gets sums back.
 * Campaigns of up to 100,000 customers are brought together and planned by the driver; so are, as
 * far as its memory goes, larger ones of which only a look at everyone's rows tells more: which of
 * their limits fight, or whether more fits into one that a few sends use up.
 */
public final class SparkAllocator {
    private final AllocatorSettings settings;
    private final Execution driver;
    private final DriverMemory memory;

    /**
     * An allocator.
     *
     * @param driver with how much of its own machine the driver works; never changes a plan
     */
    public SparkAllocator(AllocatorSettings settings, Execution driver) {
        this(settings, driver, DriverMemory.ofThisMachine());
    }

    /** The same with so much memory for campaigns that are brought together. */
    SparkAllocator(AllocatorSettings settings, Execution driver, DriverMemory memory) {
        this.settings = settings;
        this.driver = driver;
        this.memory = memory;
    }

    /**
     * Chooses the sends that add up the most value within the budget and every rule.
     *
     * @param parts one in each partition, in the customers' order; read once for every pass, so
     *     they had better be persisted. All have the same offers, columns and measures
     * @param rules are asked once, and know the columns' names but no customer
     * @throws BadInput if the budget has a confidence, there are more than 2,147,483,647 customers,
     *     or everyone's rows have to be looked at and do not fit the driver's memory
     * @throws IllegalArgumentException if parts do not fit together, or a limit speaks of a column
     *     or value that none of them has
     */
    public <T> SpreadPlan<T> allocate(JavaRDD<Part<T>> parts, Budget budget, Rules rules) {
        budget.confidence().ifPresent(SparkAllocator::refuseConfidence);
        List<Outline> outlines =
                parts.mapPartitions(own -> Scattering.one(Outline.of(only(own).book()))).collect();
        Requires.require(!outlines.isEmpty(), "partitions", outlines.size(), "one or more");
        requireCountable(outlines.stream().mapToLong(Outline::customers).sum());
        Outline outline = outlines.stream().reduce(Outline::and).orElseThrow();
        Places customers = Places.of(outlines.stream().mapToInt(Outline::customers).toArray());
        if (outline.customers() <= ScatteredAllocator.SMALL) {
            OfferBook all = outline.joined(parts.map(Part::book).collect().iterator());
            return together(parts, all, customers, budget, rules, Traffic.NONE);
        }
        List<Limit> limits = Instance.limits(outline.terms(), budget, rules);
        Scattering<T> everyone =
                new Scattering<>(parts, customers, joint(parts, Joint.of(outline, limits)));
        Optional<SendPlan> figures = new ScatteredAllocator(settings, driver).allocate(everyone);
        if (figures.isPresent()) {
            return everyone.plan(figures.get());
        }
        memory.require(outline.bytes(), parts.context().isLocal());
        OfferBook all = outline.joined(parts.map(Part::book).toLocalIterator());
        return together(parts, all, customers, budget, rules, everyone.traffic());
    }

    private static <T> Part<T> only(Iterator<Part<T>> own) {
        boolean some = own.hasNext();
        Part<T> part = some ? own.next() : null;
        Requires.require(some && !own.hasNext(), "parts of a partition", "none or many", "one");
        return part;
    }

    private static <T> Joint joint(JavaRDD<Part<T>> parts, Joint known) {
        Broadcast<Joint> asked =
                JavaSparkContext.fromSparkContext(parts.context()).broadcast(known);
        List<List<int[]>> kinds = parts.map(part -> asked.value().kinds(part.book())).collect();
        asked.destroy();
        return known.with(kinds.stream().flatMap(Collection::stream).toList());
    }

    /** Plans customers who were brought here, and gives the plan to where they came from. */
    private <T> SpreadPlan<T> together(
            JavaRDD<Part<T>> parts,
            OfferBook book,
            Places customers,
            Budget budget,
            Rules rules,
            Traffic before) {
        SendPlan plan = Allocators.standard(settings, driver).allocate(book, budget, rules);
        Traffic traffic =
                before.gather(
                        book.customers(), (2 + book.measures().size()) * book.offers().size());
        Broadcast<long[]> all =
                JavaSparkContext.fromSparkContext(parts.context())
                        .broadcast(plan.sets(book.customers()));
        JavaRDD<long[]> sets =
                parts.mapPartitionsWithIndex(
                                (number, own) -> Scattering.one(customers.own(number, all.value())),
                                true)
                        .persist(StorageLevel.MEMORY_AND_DISK());
        return new SpreadPlan<>(plan.withoutSends(), plan.sends(), parts, customers, sets, traffic);
    }

    private static void refuseConfidence(double confidence) {
        throw new BadInput(
                new Problem(
                        "campaign",
                        0,
                        "budget confidence",
                        confidence + "",
                        "is not reckoned with on Spark",
                        "Plan on one machine (./marginal plan), or leave the confidence out."));
    }

    static void requireCountable(long customers) {
        if (customers > Integer.MAX_VALUE) {
            throw new BadInput(
                    new Problem(
                            "audience",
                            0,
                            "customers",
                            customers + "",
                            "must be at most " + Integer.MAX_VALUE,
                            "Plan regions or brands as campaigns of their own."));
        }
    }
}
