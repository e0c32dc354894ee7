package dev.marginal.optimizer.kernel;

/**
 * All customers of a campaign, wherever their rows are kept: what a search for prices asks of them.
 *
 * <p>Every answer is made of whole numbers, or of rows in the customers' order, so that it is the
 * same however customers are shared out.
 */
public interface Everyone {
    /** Customers who are all rows of an instance. */
    static Everyone here(Instance instance, Workers workers) {
        return new Here(instance, workers);
    }

    /** The limits and how sends count in them; may have other rows than the customers'. */
    Instance instance();

    /**
     * What everyone's best choices add up to.
     *
     * @param prices signed, one per row
     * @param curvature counts those who are near enough to indifference
     */
    Sums sums(double[] prices, Curvature curvature);

    /**
     * Rows of some customers.
     *
     * @param customers their numbers, ascending
     */
    Columns gather(int[] customers);

    /**
     * Those whose choice may change while each price moves at most this far from the middle.
     *
     * @param middle signed, one per row
     * @param radius one per row
     */
    Open open(double[] middle, double[] radius);

    /** Every step that some price of a single budget makes worthwhile. */
    SlopeSums slopes();

    /** The most value that any send earns for one unit of a row that no send makes room in. */
    double mostPerUnit(int row);

    /**
     * Customers whose choice is open within a box of prices.
     *
     * @param instance has the campaign's limits; {@code customers} are rows of it
     * @param customers ascending
     * @param columns their rows
     * @param choices the best set of each of the instance's rows in the middle of the box
     * @param settled what the choices of all other customers of the campaign add up to, anywhere in
     *     the box
     */
    record Open(
            Instance instance, int[] customers, Columns columns, long[] choices, Sums settled) {}
}
