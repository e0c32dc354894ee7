package dev.marginal.scenarios.fortnight;

/** Decides what to send on one day after another. */
public interface DayPlanner {
    /** Such as {@code first come, first served}. */
    String name();

    /**
     * Decides a day.
     *
     * @return the number of each customer's message, or −1
     */
    int[] plan(PlantedFortnight world, int day, Sofar sofar);
}
