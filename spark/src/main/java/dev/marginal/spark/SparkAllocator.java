package dev.marginal.spark;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Outcome;
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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Plans a campaign whose customers are spread over partitions, send by send as one machine would.
 *
 * <p>Customers stay where they are: a search sends prices to the partitions and gets sums back.
 * Campaigns of up to 100,000 customers are brought together and planned by the driver.
 */
public final class SparkAllocator {
    private final AllocatorSettings settings;
    private final Execution driver;

    /**
     * An allocator.
     *
     * @param driver with how much of its own machine the driver works; never changes a plan
     */
    public SparkAllocator(AllocatorSettings settings, Execution driver) {
        this.settings = settings;
        this.driver = driver;
    }

    /**
     * Chooses the sends that add up the most value within the budget and every rule.
     *
     * @param parts one in each partition, in the customers' order; read once for every pass, so
     *     they had better be persisted. All have the same offers, columns and measures
     * @param rules are asked once, and know the columns' names but no customer
     * @return its outcome is {@link Outcome#NOT_FOUND} where no plan was found near the prices, as
     *     where limits cannot be kept together: a plan on one machine says which
     * @throws BadInput if the budget has a confidence, there are more than 2,147,483,647 customers,
     *     or only a look at everyone at once could tell whether more fits
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
            return together(parts, outline, customers, budget, rules);
        }
        List<Limit> limits = Instance.limits(outline.terms(), budget, rules);
        return apart(parts, customers, joint(parts, Joint.of(outline, limits)));
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

    private <T> SpreadPlan<T> apart(JavaRDD<Part<T>> parts, Places customers, Joint joint) {
        Scattering<T> everyone = new Scattering<>(parts, customers, joint);
        SendPlan figures = new ScatteredAllocator(settings, driver).allocate(everyone);
        return everyone.plan(figures);
    }

    private <T> SpreadPlan<T> together(
            JavaRDD<Part<T>> parts, Outline outline, Places customers, Budget budget, Rules rules) {
        SendPlan plan =
                Allocators.standard(settings, driver)
                        .allocate(outline.joined(parts.map(Part::book).collect()), budget, rules);
        Traffic traffic =
                Traffic.NONE.gather(
                        outline.customers(),
                        (2 + outline.measures().size()) * outline.offers().size());
        Broadcast<long[]> all =
                JavaSparkContext.fromSparkContext(parts.context())
                        .broadcast(plan.sets(outline.customers()));
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
