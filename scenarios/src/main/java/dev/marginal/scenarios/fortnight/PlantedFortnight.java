package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Scope;
import dev.marginal.scenarios.days.FlightBudget;
import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two weeks of four campaigns with one message each. A newsletter and a push run every day, a
 * coupon from the third day on, a flash sale on the three last days of each week; what comes later
 * is worth more. Every campaign has a budget for the fortnight, of which the coupon's and the
 * sale's bind. A customer may get one message a day and {@code weekly} within any seven days.
 *
 * <p>What a message is worth to a customer on a day is {@code worth × season × (taste × luck −
 * 0.4)}: taste is the customer's, lognormal, partly the same for all messages; luck is the day's,
 * lognormal with mean 1. A customer is in the audience of a day with a probability of their own, 20
 * to 80 %, and can only be sent anything then. On a day everybody knows its values exactly; of
 * later days a planner knows taste, season and how often a customer is there, not luck and
 * presence.
 */
public final class PlantedFortnight {
    /** Length of the flight. */
    public static final int DAYS = 14;

    /** Length of the window in which contacts are capped. */
    public static final int WEEK = 7;

    static final double LUCK = 0.6;
    static final double COOL = 0.4;

    private static final double SHARED_TASTE = 0.4;
    private static final double OWN_TASTE = 0.7;

    private final int customers;
    private final int weekly;
    private final List<Message> messages = messages();
    private final double[][] taste;
    private final double[] presence;
    private final float[][][] value;

    private PlantedFortnight(int customers, int weekly, SplittableRandom random) {
        this.customers = customers;
        this.weekly = weekly;
        this.taste = new double[messages.size()][customers];
        this.presence = new double[customers];
        this.value = new float[DAYS][messages.size()][customers];
        SplittableRandom people = random.split();
        SplittableRandom days = random.split();
        for (int customer = 0; customer < customers; customer++) {
            drawCustomer(customer, people);
            for (int day = 0; day < DAYS; day++) {
                drawDay(day, customer, days);
            }
        }
    }

    /**
     * A fortnight whose truth depends on the seed alone.
     *
     * @param weekly most contacts of a customer within seven days
     */
    public static PlantedFortnight of(long seed, int customers, int weekly) {
        Requires.positive(customers, "customers");
        Requires.positive(weekly, "contacts per week");
        return new PlantedFortnight(customers, weekly, new SplittableRandom(seed));
    }

    public int customers() {
        return customers;
    }

    /** Most contacts of a customer within seven days. */
    public int weekly() {
        return weekly;
    }

    /** What can be sent on a day, as everybody knows it on that day. */
    public OfferBook offers(int day) {
        float[][] cost = new float[messages.size()][customers];
        for (int message = 0; message < cost.length; message++) {
            Arrays.fill(cost[message], (float) messages.get(message).cost());
        }
        return new OfferBook(offers(), value[day], cost);
    }

    /** Each campaign's offer, in the order in which the campaigns were set up. */
    public List<Offer> offers() {
        return messages.stream().map(Message::offer).toList();
    }

    /** Each campaign's budget for the fortnight. */
    public List<FlightBudget> budgets() {
        return messages.stream()
                .map(
                        message ->
                                new FlightBudget(
                                        message.offer().id(),
                                        new Scope.Of(List.of(message.offer().id())),
                                        message.budgetPerCustomer() * customers))
                .toList();
    }

    List<Message> campaigns() {
        return messages;
    }

    /** The customer's liking of a message, which does not change. */
    double taste(int message, int customer) {
        return taste[message][customer];
    }

    /** How likely the customer is in the audience of any one day. */
    double presence(int customer) {
        return presence[customer];
    }

    private void drawCustomer(int customer, SplittableRandom random) {
        double shared = SHARED_TASTE * random.nextGaussian();
        for (double[] liking : taste) {
            liking[customer] = Math.exp(shared + OWN_TASTE * random.nextGaussian());
        }
        presence[customer] = 0.2 + 0.6 * random.nextDouble();
    }

    private void drawDay(int day, int customer, SplittableRandom random) {
        boolean there = random.nextDouble() < presence[customer];
        for (int number = 0; number < messages.size(); number++) {
            double luck = Math.exp(LUCK * random.nextGaussian() - LUCK * LUCK / 2);
            Message message = messages.get(number);
            double worth = message.worth() * message.season()[day];
            value[day][number][customer] =
                    there && message.runsOn(day)
                            ? (float) (worth * (taste[number][customer] * luck - COOL))
                            : Float.NaN;
        }
    }

    private static List<Message> messages() {
        return List.of(
                new Message(new Offer("newsletter", "email"), 0.002, 0.05, days(0, DAYS), 0.05),
                new Message(new Offer("reminder", "push"), 0.005, 0.08, days(0, DAYS), 0.05),
                new Message(new Offer("coupon", "coupon"), 0.5, 0.9, payday(days(2, DAYS)), 0.4),
                new Message(new Offer("sale", "sms"), 0.1, 0.5, weekends(), 0.1));
    }

    private static double[] days(int from, int to) {
        double[] season = new double[DAYS];
        Arrays.fill(season, from, to, 1);
        return season;
    }

    private static double[] payday(double[] season) {
        season[9] = 1.6;
        season[10] = 1.3;
        return season;
    }

    private static double[] weekends() {
        double[] season = new double[DAYS];
        for (int friday : new int[] {4, 11}) {
            season[friday] = 1;
            season[friday + 1] = 1.4;
            season[friday + 2] = 1.2;
        }
        return season;
    }
}
