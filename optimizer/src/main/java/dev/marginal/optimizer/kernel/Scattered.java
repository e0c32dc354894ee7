package dev.marginal.optimizer.kernel;

/** Everyone, in parts that are kept elsewhere. */
public interface Scattered extends Everyone {
    /**
     * Gives everyone a set: these to those who were {@linkplain #open open} last, to all others
     * what they chose then.
     *
     * @param open the instance that told who was open
     * @param sets one for each of its rows
     * @return what all of them add up to, added up anew from the sends
     * @throws IllegalStateException if a customer may not get their set, or others were open last
     */
    Sums settle(Instance open, long[] sets);
}
