package dev.marginal.scenarios.holdout;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;

/**
 * The bucket of a customer under a salt: the first eight bytes of HMAC-SHA-256(salt, id), both in
 * UTF-8, read as an unsigned number with the first byte highest, modulo 10,000.
 *
 * <p>Anyone can recompute it: {@code int(hmac.new(salt, id, 'sha256').hexdigest()[:16], 16) %
 * 10000} in Python. Buckets are equally likely to within 10<sup>-15</sup>.
 */
public final class Buckets {
    private static final int CHUNK = 1 << 14;

    private Buckets() {}

    /** The bucket of one customer, 0 to 9,999. */
    public static int of(String salt, String id) {
        return bucket(new KeyedHash(salt), id);
    }

    /** The buckets of many customers, in their order. */
    public static short[] of(String salt, IdColumn ids, Execution execution) {
        short[] buckets = new short[ids.rows()];
        execution.each(
                (ids.rows() + CHUNK - 1) / CHUNK,
                chunk -> {
                    KeyedHash hash = new KeyedHash(salt);
                    int end = Math.min(ids.rows(), (chunk + 1) * CHUNK);
                    for (int row = chunk * CHUNK; row < end; row++) {
                        buckets[row] = (short) bucket(hash, ids.id(row));
                    }
                });
        return buckets;
    }

    private static int bucket(KeyedHash hash, String id) {
        return (int) Long.remainderUnsigned(hash.of(id).getLong(0), Holdout.BUCKETS);
    }
}
