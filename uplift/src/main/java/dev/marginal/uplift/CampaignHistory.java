package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * Past campaign rows: who they were, which arm they got, what they bought.
 *
 * <p>Arms are numbered: 0 is the control, {@code 1 … treatments.size()} are the treatments in their
 * order.
 *
 * @param customers the features, all measured before the treatment
 * @param treatments the treatments' names, without the control
 * @param arm the arm of each row
 * @param gmv the outcome of each row, in currency; finite
 * @param weight the weight of each row; positive
 * @param propensity the probability with which each row got the arm it got, in (0, 1]; logged, or
 *     the arm's share
 * @param group rows with the same number belong to one customer and stay in one fold
 * @param fingerprint a hash of the rows' origin (hex), remembered by the model
 */
public record CampaignHistory(
        Customers customers,
        List<String> treatments,
        int[] arm,
        double[] gmv,
        double[] weight,
        double[] propensity,
        int[] group,
        String fingerprint) {
    public CampaignHistory {
        treatments = List.copyOf(treatments);
        int rows = customers.rows();
        Requires.require(!treatments.isEmpty(), "treatments", treatments, "at least one");
        Requires.require(arm.length == rows, "length of arm", arm.length, rows + ", one per row");
        Requires.require(gmv.length == rows, "length of gmv", gmv.length, rows + ", one per row");
        Requires.require(
                weight.length == rows, "length of weight", weight.length, rows + ", one per row");
        Requires.require(
                propensity.length == rows,
                "length of propensity",
                propensity.length,
                rows + ", one per row");
        Requires.require(
                group.length == rows, "length of group", group.length, rows + ", one per row");
    }

    /** How many rows. */
    public int rows() {
        return customers.rows();
    }

    /** How many arms, the control included. */
    public int arms() {
        return treatments.size() + 1;
    }
}
