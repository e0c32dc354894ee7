package dev.marginal.value.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.tables.Requires;
import dev.marginal.value.UnitOfTime;

/**
 * How a log is read.
 *
 * @param customer the column of ids
 * @param time the column of days: dates, or times of which the day counts as it is written
 * @param amount the column of amounts, in currency
 * @param refunds what becomes of negative amounts
 * @param nameless what becomes of rows without a customer
 * @param unit what recency, age and horizons are counted in
 */
public record LogSettings(
        String customer,
        String time,
        String amount,
        Refunds refunds,
        Nameless nameless,
        UnitOfTime unit) {
    /** What becomes of negative amounts: cancellations, refunds, corrections. */
    public enum Refunds {
        /** Rows below zero are counted, told and not used. */
        @JsonProperty("left_out")
        LEFT_OUT,
        /**
         * Rows below zero are taken off what the same customer spent on the same day; a day that
         * nothing remains of is no purchase.
         */
        @JsonProperty("netted")
        NETTED,
        /** Each row below zero is a problem of the file. */
        @JsonProperty("refused")
        REFUSED
    }

    /** What becomes of rows without a customer. */
    public enum Nameless {
        /** They are counted, told and not used. */
        @JsonProperty("left_out")
        LEFT_OUT,
        /** Each is a problem of the file. */
        @JsonProperty("refused")
        REFUSED
    }

    public LogSettings {
        Requires.text(customer, "customer column");
        Requires.text(time, "time column");
        Requires.text(amount, "amount column");
    }

    /** Refunds and nameless rows left out, time in weeks. */
    public static LogSettings of(String customer, String time, String amount) {
        return new LogSettings(
                customer, time, amount, Refunds.LEFT_OUT, Nameless.LEFT_OUT, UnitOfTime.WEEK);
    }

    /** The same with other refunds. */
    public LogSettings with(Refunds other) {
        return new LogSettings(customer, time, amount, other, nameless, unit);
    }

    /** The same with other nameless rows. */
    public LogSettings with(Nameless other) {
        return new LogSettings(customer, time, amount, refunds, other, unit);
    }

    /** The same in another unit. */
    public LogSettings with(UnitOfTime other) {
        return new LogSettings(customer, time, amount, refunds, nameless, other);
    }
}
