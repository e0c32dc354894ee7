package dev.marginal.scenarios.planted;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop with two years of purchases, an experiment, and a plan to make: once for what offers bring
 * within four weeks, once for what their orders bring later as well.
 *
 * <p>Planted: customers buy as Pareto/NBD and Gamma-Gamma say. An offer brings one more order with
 * probability {@code strength × 0.12 × (0.3 + 1.4 opens)}, half of that from those who have
 * stopped. Such an order wakes up half of those who had stopped, and changes nothing else: what it
 * brings in the year after is {@code ½ ∫ rate e^(−stopping t) dt × mean} of theirs, and nothing
 * from customers who would have come back anyway.
 *
 * @param seed of everything drawn
 * @param historyRows customers of the experiment
 * @param audienceRows customers to plan for, whose purchases stand in the log
 */
public record PlantedShop(long seed, int historyRows, int audienceRows) {
    private static final PlantedLives.Kind SHOPPERS = new PlantedLives.Kind(.8, 32, .7, 110, 45);
    private static final List<Arm> ARMS =
            List.of(
                    new Arm("none", 0),
                    new Arm("push", .4),
                    new Arm("coupon_5", .8),
                    new Arm("coupon_10", 1.3));
    private static final int WINDOW = 28;
    private static final int YEAR = 365;
    private static final double CHANCE = .12;
    private static final double STOPPED = .5;
    private static final double WOKEN = .5;
    private static final double BUDGET_PER_CUSTOMER = .25;
    private static final double PUSHES_PER_CUSTOMER = .3;
    private static final PlantedPeople<Shopper> PEOPLE =
            new PlantedPeople<>(SHOPPERS, PlantedShop::draw, Shopper::life, PlantedShop::known);
    private static final PlantedPeople.Files FILES =
            new PlantedPeople.Files("c", "purchases.csv", List.of("customer", "time", "amount"));

    private record Arm(String name, double strength) {}

    /** A customer, and the share of our messages that they open. */
    private record Shopper(PlantedLife life, double opens) {
        double extraOrders(Arm arm) {
            double interest = CHANCE * (.3 + 1.4 * opens);
            return arm.strength * interest * (life.hasStopped() ? STOPPED : 1);
        }

        double nextYear() {
            return life.hasStopped() ? 0 : life.brings(YEAR);
        }

        double laterOfAnOrder() {
            return life.hasStopped() ? WOKEN * life.brings(YEAR) : 0;
        }
    }

    public PlantedShop {
        Requires.positive(historyRows, "history rows");
        Requires.positive(audienceRows, "audience rows");
    }

    /**
     * Writes {@code purchases.csv}, {@code history.csv.gz}, {@code audience.csv}, {@code
     * truth.csv}, {@code for_gmv.yml} and {@code for_value.yml}, all of them or none.
     *
     * @param name the campaign's
     * @throws BadInput if the folder is there already and not empty
     */
    public void write(String name, Path folder) {
        PlantedFolder.fill(
                folder,
                draft -> {
                    TableFiles.write(history(), draft.resolve("history.csv.gz"));
                    PEOPLE.writeAudience(
                            draft,
                            FILES,
                            seed,
                            audienceRows,
                            shoppers -> List.of(),
                            PlantedShop::truth);
                    Files.writeString(
                            draft.resolve("for_gmv.yml"), campaignFile(name, "objective: gmv\n"));
                    Files.writeString(
                            draft.resolve("for_value.yml"),
                            campaignFile(
                                    name,
                                    "objective: value\nfuture_value: {file: scores.csv, customer: customer}   # ./marginal value score writes it\n"));
                });
    }

    private Table history() {
        return PEOPLE.history(
                seed,
                historyRows,
                ARMS,
                PlantedShop::bought,
                results ->
                        List.of(
                                PlantedColumns.words("arm", results.words(Arm::name)),
                                PlantedColumns.money("gmv", results.gmv())));
    }

    private static double bought(PlantedLives lives, Shopper shopper, Arm arm) {
        double sum =
                lives.after(shopper.life, WINDOW).stream()
                        .mapToDouble(PlantedLives.Visit::amount)
                        .sum();
        boolean more = lives.random.nextDouble() < shopper.extraOrders(arm);
        return more ? sum + lives.amount(shopper.life.mean()) : sum;
    }

    private static Shopper draw(PlantedLives lives) {
        return new Shopper(lives.draw(), PlantedLives.cents(lives.random.nextDouble()));
    }

    /** What a shop knows of its customers. */
    private static List<Column> known(String letter, List<Shopper> shoppers) {
        return List.of(
                PlantedColumns.ids("customer_id", letter, shoppers.size()),
                PlantedColumns.numbers("orders", shoppers, one -> one.life.visits().size()),
                PlantedColumns.numbers(
                        "days_since_order", shoppers, one -> one.life.daysSinceLast()),
                PlantedColumns.numbers(
                        "days_since_first", shoppers, one -> one.life.daysSinceFirst()),
                PlantedColumns.numbers("mean_basket", shoppers, one -> one.life.meanSoFar()),
                PlantedColumns.numbers("opens", shoppers, one -> one.opens));
    }

    private static List<Column> truth(List<Shopper> shoppers) {
        List<Column> columns = new ArrayList<>();
        columns.add(PlantedColumns.ids("customer_id", FILES.letter(), shoppers.size()));
        columns.add(
                PlantedColumns.words(
                        "stopped", shoppers, one -> one.life.hasStopped() ? "yes" : "no"));
        columns.add(PlantedColumns.money("next_year", shoppers, Shopper::nextYear));
        columns.add(PlantedColumns.money("later_of_an_order", shoppers, Shopper::laterOfAnOrder));
        for (Arm arm : ARMS.subList(1, ARMS.size())) {
            columns.add(
                    PlantedColumns.money(
                            "uplift." + arm.name,
                            shoppers,
                            one -> one.extraOrders(arm) * one.life.mean()));
            columns.add(
                    PlantedColumns.money(
                            "later." + arm.name,
                            shoppers,
                            one -> one.extraOrders(arm) * one.laterOfAnOrder()));
        }
        return columns;
    }

    private String campaignFile(String name, String objective) {
        return """
               # Simulated by `marginal simulate --purchases`: no row is a real person. What each send truly earns, now and later, stands in truth.csv.
               campaign: %s
               currency: USD
               history:
                 file: history.csv.gz       # %,d customers of a past campaign, each given an arm at random
                 customer: customer_id
                 treatment: arm
                 control: none              # these got nothing
                 gmv: gmv                   # what each bought in the four weeks after
               learner: s                   # by default three learners are tried, which takes about four times as long
               audience: {file: audience.csv, customer: customer_id}
               offers:
                 - {offer: push,      treatment: push,      channel: push,   cost_per_send: 0.01}
                 - {offer: coupon_5,  treatment: coupon_5,  channel: coupon, cost_per_send: 0.01, cost_per_order: 5.00, family: coupon, face_value: 5}
                 - {offer: coupon_10, treatment: coupon_10, channel: coupon, cost_per_send: 0.01, cost_per_order: 10.00, family: coupon, face_value: 10}
               %sbudget: %.2f
               rules:
                 - {rule: contact_limit, channel: any,  at_most: 1}
                 - {rule: channel_cap,   channel: push, max_sends: %d}
               """
                .formatted(
                        name,
                        historyRows,
                        objective,
                        BUDGET_PER_CUSTOMER * audienceRows,
                        Math.round(PUSHES_PER_CUSTOMER * audienceRows));
    }
}
