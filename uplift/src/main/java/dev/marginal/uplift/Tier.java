package dev.marginal.uplift;

import dev.marginal.tables.Requires;

/**
 * Where a treatment stands among others of its kind: a coupon of 5 and a coupon of 10 are tiers of
 * one family, so that what one teaches helps to learn the other, and the dearer one can be taken to
 * bring no fewer orders.
 *
 * @param family its name, such as {@code coupon}
 * @param faceValue what the treatment is worth to the customer, in currency; positive
 */
public record Tier(String family, double faceValue) {
    public Tier {
        Requires.text(family, "family");
        Requires.positive(faceValue, "faceValue");
    }

    /** A treatment that is like no other. */
    public static Tier alone(String treatment) {
        return new Tier(treatment, 1);
    }
}
