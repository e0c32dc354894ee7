package dev.marginal.scenarios.holdout;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was drawn for each customer of an audience on one day, and how likely that was.
 *
 * <p>The hash HMAC-SHA-256(salt, date + line feed + id) gives two numbers in [0, 1): u from its
 * first eight bytes and w from the next eight, each the upper 53 bits over 2<sup>53</sup>. A
 * customer who may be sent at least one offer explores where u is below the share. Of the k offers
 * that are open to an explorer, the arm is number ⌊w (k + 1)⌋ of (nothing, first open offer, second
 * open offer, …): each is equally likely.
 *
 * <p>Propensities condition on all that is known before the customer's own draw: who is held out,
 * what is open, and what others drew. Let d be what the plan would send the customer who does not
 * explore. Then
 *
 * <pre>
 * P(arm) = share / (k + 1) · [arm is nothing or one open offer] + (1 − share) · [arm = d]
 * </pre>
 *
 * <p>and an explorer who draws d by chance has the same propensity as one who is sent d by plan: a
 * propensity belongs to the arm, not to the way it came about. For customers who do not explore, d
 * is what they are sent. For explorers it is not seen; it is what the plan's prices choose for
 * them, which may differ from what the plan would have done for the few who are indifferent at
 * these prices. Customers to whom nothing is open get nothing for certain: P = 1.
 *
 * @param share of the customers to whom something is open
 * @param drawn {@code [customer]}: {@link #NO_EXPLORER}, {@link #NOTHING}, or the offer's number
 * @param open {@code [customer]}: bits of the offers that were open to draw from
 */
public record Draws(double share, byte[] drawn, long[] open) {
    /** The customer does not explore. */
    public static final byte NO_EXPLORER = -2;

    /** The customer explores and is sent nothing. */
    public static final byte NOTHING = -1;

    private static final int CHUNK = 1 << 14;
    private static final double UNIT = 0x1p-53;
    private static final int DROPPED_BITS = 11;

    /** Nobody explores. */
    public static Draws none(int customers) {
        byte[] drawn = new byte[customers];
        Arrays.fill(drawn, NO_EXPLORER);
        return new Draws(0, drawn, new long[customers]);
    }

    /**
     * Draws for every customer.
     *
     * @param open {@code [customer]}: bits of the offers that may be sent to the customer
     */
    public static Draws of(
            Exploration exploration,
            LocalDate date,
            IdColumn ids,
            long[] open,
            Execution execution) {
        byte[] drawn = new byte[ids.rows()];
        execution.each(
                (ids.rows() + CHUNK - 1) / CHUNK,
                chunk -> {
                    KeyedHash hash = new KeyedHash(exploration.salt());
                    int end = Math.min(ids.rows(), (chunk + 1) * CHUNK);
                    for (int row = chunk * CHUNK; row < end; row++) {
                        ByteBuffer numbers = hash.of(date + "\n" + ids.id(row));
                        drawn[row] =
                                open[row] != 0 && unit(numbers, 0) < exploration.share()
                                        ? arm(unit(numbers, Long.BYTES), open[row])
                                        : NO_EXPLORER;
                    }
                });
        return new Draws(exploration.share(), drawn, open);
    }

    /** Whether the customer's offer was drawn. */
    public boolean explores(int customer) {
        return drawn[customer] != NO_EXPLORER;
    }

    /** The customers whose offer was drawn, ascending. */
    public int[] explorers() {
        return IntStream.range(0, drawn.length).filter(this::explores).toArray();
    }

    /**
     * The probability with which a customer gets an arm.
     *
     * @param arm bits of the offers that make up the arm; 0 for nothing
     * @param planned bits of what the plan would send if the customer did not explore
     */
    public double propensity(int customer, long arm, long planned) {
        if (open[customer] == 0) {
            return arm == 0 ? 1 : 0;
        }
        boolean drawable = Long.bitCount(arm) <= 1 && (arm & ~open[customer]) == 0;
        double byChance = drawable ? share / (Long.bitCount(open[customer]) + 1) : 0;
        return byChance + (arm == planned ? 1 - share : 0);
    }

    private static double unit(ByteBuffer hash, int from) {
        return (hash.getLong(from) >>> DROPPED_BITS) * UNIT;
    }

    private static byte arm(double chance, long open) {
        int number = (int) (chance * (Long.bitCount(open) + 1));
        return number == 0 ? NOTHING : nth(open, number);
    }

    /** The number of the n-th bit that is set, counted from 1. */
    private static byte nth(long bits, int n) {
        long left = bits;
        for (int passed = 1; passed < n; passed++) {
            left &= left - 1;
        }
        return (byte) Long.numberOfTrailingZeros(left);
    }
}
