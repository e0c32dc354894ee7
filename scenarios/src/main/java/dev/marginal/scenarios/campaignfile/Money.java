package dev.marginal.scenarios.campaignfile;

import java.util.OptionalDouble;

/** Amounts of money in a campaign file. */
final class Money {
    private static final double MOST = 1e12;
    private static final String EXPECTED =
            "must be an amount of money from 0 to a trillion, such as 2500.00";
    private static final double MOST_COST = 1e8;
    private static final String EXPECTED_COST =
            "must be an amount of money from 0 to 100 million, such as 0.05";

    private Money() {}

    /** Of a whole plan, or a part of it. */
    static OptionalDouble of(Section section, String key) {
        return section.number(key, 0, MOST, EXPECTED);
    }

    /** Of one send. */
    static OptionalDouble ofSend(Section section, String key) {
        return section.number(key, 0, MOST_COST, EXPECTED_COST);
    }
}
