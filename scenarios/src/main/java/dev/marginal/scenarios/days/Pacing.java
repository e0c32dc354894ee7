package dev.marginal.scenarios.days;

import dev.marginal.tables.Requires;

/**
 * How much of a campaign's budget to spend today.
 *
 * <p>A budget over days is spent best where its last coin earns the same on every day: had Monday a
 * send that earns 3 per unit left undone while Friday makes one that earns 2, moving the money
 * would gain. So the right amount for today is not a share of the calendar but what is worth its
 * price today, at the one price that uses up the money over all days that are left. {@link
 * LookAhead} finds that price by planning today and the days ahead together, and today's part of
 * that plan is today's budget.
 *
 * <p>Days ahead are guesses. The guard against wrong ones is to plan again each day from what is
 * really left: {@link #left} takes off what was spent by the log, not what was planned. Yesterday's
 * mistake then moves every later day a little and no day much, and on the last day all that is left
 * may go.
 *
 * <p>Where nothing is known of the days ahead, equal days are the best guess ({@link #even}), or
 * days in proportion to whom they reach ({@link #byDemand}). Both waste money on days on which it
 * earns little, and stop early on others, but both last to the end.
 *
 * @see <a href="https://doi.org/10.1287/moor.1120.0537">Jasin, Kumar (2012), A re-solving heuristic
 *     with bounded revenue loss for network revenue management with customer choice, Mathematics of
 *     Operations Research 37(2)</a>
 */
public final class Pacing {
    private Pacing() {}

    /**
     * What is left of a budget, in currency; 0 where more was spent than there was.
     *
     * @param total for the whole flight
     * @param spent by all sends so far
     */
    public static double left(double total, double spent) {
        Requires.notNegative(total, "budget");
        Requires.notNegative(spent, "spend so far");
        return Math.max(0, total - spent);
    }

    /**
     * The same for each day: {@code left / days left}.
     *
     * @param daysLeft on which the campaign sends, today included; 1 or more
     */
    public static double even(double left, int daysLeft) {
        Requires.notNegative(left, "budget left");
        Requires.positive(daysLeft, "days left");
        return left / daysLeft;
    }

    /**
     * In proportion to demand: {@code left × today's / Σ of today's and all later days'}; nothing
     * where nobody is reached today, all where nobody is reached later.
     *
     * @param demand of today first, then of every later day of the flight, such as customers
     *     expected in the audience or the value they bring; zero or more
     */
    public static double byDemand(double left, double[] demand) {
        Requires.notNegative(left, "budget left");
        Requires.require(demand.length > 0, "demand", demand.length, "that of today at least");
        double all = 0;
        for (double day : demand) {
            Requires.notNegative(day, "demand of a day");
            all += day;
        }
        return demand[0] == 0 ? 0 : left * (demand[0] / all);
    }
}
