package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.OfferBook;

/** In which order a greedy plan looks at sends: highest score first, {@code NaN} never. */
interface Order {
    /** Score of one send. */
    float score(OfferBook book, int offer, int customer);

    /** Whether a send of this score is worth making when no floor asks for it. */
    boolean isWorthIt(float score);

    /** Value per cost where the value is positive, then the smallest loss. */
    static Order valuePerCost() {
        return new Order() {
            @Override
            public float score(OfferBook book, int offer, int customer) {
                float value = book.value()[offer][customer];
                return value > 0 ? value / book.cost()[offer][customer] : value;
            }

            @Override
            public boolean isWorthIt(float score) {
                return score > 0;
            }
        };
    }

    /** By given scores, whatever the value. */
    static Order given(float[][] scores) {
        return blind((book, offer, customer) -> scores[offer][customer]);
    }

    /** Shuffled; SplitMix64's finaliser over seed and send gives 31 random bits. */
    static Order random(long seed) {
        return blind(
                (book, offer, customer) -> {
                    long send = (long) offer * book.customers() + customer;
                    long bits = (seed + send + 1) * 0x9E3779B97F4A7C15L;
                    bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
                    bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
                    bits ^= bits >>> 31;
                    int finite = (int) Long.remainderUnsigned(bits, 0x7F800000L);
                    return Float.intBitsToFloat(finite);
                });
    }

    /** Cheapest first: the last resort for floors under a tight budget. */
    static Order cheapest() {
        return blind((book, offer, customer) -> -book.cost()[offer][customer]);
    }

    private static Order blind(Scores scores) {
        return new Order() {
            @Override
            public float score(OfferBook book, int offer, int customer) {
                return scores.score(book, offer, customer);
            }

            @Override
            public boolean isWorthIt(float score) {
                return !Float.isNaN(score);
            }
        };
    }

    /** The scores of an order that does not look at values. */
    interface Scores {
        float score(OfferBook book, int offer, int customer);
    }
}
