package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The tables {@code held} (customer, holdout), from hashes of the audit's own, and {@code kept_out}
 * (customer): those, everyone who shares an address with one of them, and so on.
 */
record Holdouts(Database database, List<ContactWords.HoldoutLine> lines) {
    static final int BUCKETS = 10_000;

    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    void create() {
        database.run("create table held (customer varchar, holdout varchar)");
        for (ContactWords.HoldoutLine line : lines) {
            database.run(
                    "insert into held select customer, %s from customers where %s %% %d between %d and %d"
                            .formatted(
                                    Database.quote(line.name()),
                                    number(hash(line.salt(), "customer"), 0),
                                    BUCKETS,
                                    line.from(),
                                    line.until() - 1));
        }
        database.run("create table kept_out as select distinct customer from held");
        long before = 0;
        for (long now = count(); now > before; now = count()) {
            before = now;
            database.run(
                    """
                    insert into kept_out
                    select distinct other.customer
                    from kept_out join reach using (customer)
                        join reach other on other.channel = reach.channel and other.address = reach.address
                    where other.customer not in (from kept_out)""");
        }
    }

    private long count() {
        return Queries.count(database, "select count(*) from kept_out");
    }

    /** HMAC-SHA-256 of a text in SQL, in hexadecimal digits (RFC 2104). */
    static String hash(String salt, String text) {
        return "sha256(unhex('%s') || unhex(sha256(unhex('%s') || encode(%s))))"
                .formatted(pad(salt, OUTER), pad(salt, INNER), text);
    }

    /** The n-th eight bytes of a hash as an unsigned number. */
    static String number(String hash, int n) {
        return "(('0x' || substr(%s, %d, 16))::ubigint)".formatted(hash, 1 + 16 * n);
    }

    private static String pad(String salt, int with) {
        byte[] key = salt.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) with;
        }
        return HexFormat.of().formatHex(block);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
