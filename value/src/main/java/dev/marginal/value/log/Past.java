package dev.marginal.value.log;

/**
 * What one customer did until a day, after it, and in a stretch before it. Days of purchase are
 * added in their order; amounts are millionths of a currency unit.
 */
final class Past {
    private final long until;
    private final long recentAfter;

    private int purchases;
    private long first;
    private long last;
    private long firstMicros;
    private long lastMicros;
    private long micros;
    private int held;
    private long heldMicros;
    private int recent;
    private long recentMicros;

    /**
     * Nothing yet.
     *
     * @param recentAfter the day before the stretch
     */
    Past(long until, long recentAfter) {
        this.until = until;
        this.recentAfter = recentAfter;
    }

    void add(long day, long dayMicros) {
        if (day > until) {
            held++;
            heldMicros += dayMicros;
            return;
        }
        if (purchases == 0) {
            first = day;
            firstMicros = dayMicros;
        }
        purchases++;
        last = day;
        lastMicros = dayMicros;
        micros += dayMicros;
        if (day > recentAfter) {
            recent++;
            recentMicros += dayMicros;
        }
    }

    int purchases() {
        return purchases;
    }

    int recency() {
        return (int) (last - first);
    }

    int age() {
        return (int) (until - first);
    }

    long micros() {
        return micros;
    }

    long lastMicros() {
        return lastMicros;
    }

    /** Of all purchases but the first. */
    long repeatMicros() {
        return micros - firstMicros;
    }

    int held() {
        return held;
    }

    long heldMicros() {
        return heldMicros;
    }

    int recent() {
        return recent;
    }

    long recentMicros() {
        return recentMicros;
    }
}
