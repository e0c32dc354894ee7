package dev.marginal.benchmarks.contacts;

import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.tables.Execution;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A log of sends of the last five weeks, and of some reserved for the next three days.
 *
 * <p>How often a customer was sent something is geometric: many nothing, few very often. One send
 * in fifty is a reservation. One customer in twenty has no zone.
 *
 * @param past what was sent
 * @param zones of the customers
 */
public record ManySends(PastSends past, CustomerZones zones) {
    /** The day that is planned. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final int CHUNK = 1 << 16;
    private static final long BACK = 35L * 24 * 3_600;
    private static final long AHEAD = 3L * 24 * 3_600;
    private static final List<ZoneId> ZONES =
            List.of(
                            "America/New_York",
                            "America/Los_Angeles",
                            "America/Sao_Paulo",
                            "Europe/London",
                            "Europe/Paris",
                            "Africa/Lagos",
                            "Asia/Kolkata",
                            "Asia/Jakarta",
                            "Asia/Singapore",
                            "Asia/Tokyo",
                            "Australia/Sydney",
                            "Pacific/Auckland")
                    .stream()
                    .map(ZoneId::of)
                    .toList();

    /** A log of about so many sends, the same for any number of threads. */
    public static ManySends of(int customers, long sends, long seed, Execution execution) {
        List<PastSends.Kind> kinds = kinds();
        int[] start = new int[customers + 1];
        double goOn = (double) sends / (sends + customers);
        int chunks = (customers + CHUNK - 1) / CHUNK;
        execution.each(chunks, chunk -> count(start, chunk, goOn, random(seed, chunk, 1)));
        Arrays.parallelPrefix(start, Integer::sum);
        long[] at = new long[start[customers]];
        char[] kind = new char[at.length];
        short[] zone = new short[customers];
        execution.each(
                chunks,
                chunk -> {
                    SplittableRandom random = random(seed, chunk, 2);
                    for (int customer = chunk * CHUNK;
                            customer < end(chunk, customers);
                            customer++) {
                        int code = random.nextInt(ZONES.size() * 20);
                        zone[customer] = (short) (code % 20 == 0 ? -1 : code / 20);
                        fill(at, kind, start[customer], start[customer + 1], kinds.size(), random);
                    }
                });
        return new ManySends(new PastSends(kinds, start, at, kind), new CustomerZones(ZONES, zone));
    }

    private static SplittableRandom random(long seed, int chunk, int what) {
        return new SplittableRandom(seed * 1_000_003 + chunk * 7L + what).split();
    }

    private static int end(int chunk, int customers) {
        return Math.min(customers, (chunk + 1) * CHUNK);
    }

    private static void count(int[] start, int chunk, double goOn, SplittableRandom random) {
        for (int customer = chunk * CHUNK; customer < end(chunk, start.length - 1); customer++) {
            while (random.nextDouble() < goOn) {
                start[customer + 1]++;
            }
        }
    }

    private static void fill(
            long[] at, char[] kind, int from, int to, int kinds, SplittableRandom random) {
        long now = DAY.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        for (int i = from; i < to; i++) {
            boolean reserved = random.nextInt(50) == 0;
            at[i] = reserved ? now + random.nextLong(AHEAD) : now - random.nextLong(BACK);
        }
        Arrays.sort(at, from, to);
        for (int i = from; i < to; i++) {
            kind[i] = (char) (at[i] >= now ? kinds - 1 : random.nextInt(kinds - 1));
        }
    }

    /** Three channels, with and without tags, in four states; the last is the reserved one. */
    private static List<PastSends.Kind> kinds() {
        List<PastSends.Kind> kinds = new ArrayList<>();
        for (String channel : List.of("email", "push", "sms")) {
            for (List<String> tags : List.of(List.<String>of(), List.of("promo/autumn"))) {
                for (SendStatus status :
                        List.of(
                                SendStatus.SENT,
                                SendStatus.DELIVERED,
                                SendStatus.BOUNCED,
                                SendStatus.FAILED)) {
                    kinds.add(kind(channel, tags, status));
                }
            }
        }
        kinds.add(kind("push", List.of("promo"), SendStatus.PLANNED));
        return kinds;
    }

    private static PastSends.Kind kind(String channel, List<String> tags, SendStatus status) {
        return new PastSends.Kind(new Message(channel, tags, true, true), status, "autumn", 0);
    }
}
