package dev.marginal.scenarios.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several caps over sends of all kinds: who obeys, what counts, whose place is taken. */
class CapKindsOracleTest {
    private static final int ROUNDS = 4_000;
    private static final long NOW = 1_780_000_000;
    private static final List<String> CHANNELS = List.of("push", "email");
    private static final List<List<String>> TAGS =
            List.of(List.of(), List.of("promo"), List.of("promo/spring"), List.of("promotion"));

    private final Random random = new Random(2);

    /** A send at a time. */
    private record Sent(long at, Message message, SendStatus status, int gap) {}

    @Test
    void whatever_up_to_what_is_left_is_sent_no_window_overflows() {
        for (int round = 0; round < ROUNDS; round++) {
            List<ContactCap> caps = Stream.of("a", "b", "c").map(this::cap).toList();
            List<Sent> past = draw(random.nextInt(8), 20_000);
            List<Sent> today = draw(1 + random.nextInt(4), 3_000);
            Allowances allowances = allowances(caps, past, today);
            for (int chosen = 0; chosen < 1 << today.size(); chosen++) {
                if (isAllowed(allowances, caps, today, chosen)) {
                    requireKept(caps, past, today, chosen);
                }
            }
        }
    }

    @Test
    void frozen_gaps_block_what_a_past_send_or_a_reservation_keeps_away() {
        for (int round = 0; round < ROUNDS; round++) {
            ContactCap gap = withWindow("gap", new Window.Gap(Duration.ofSeconds(4_000), true));
            List<Sent> past = draw(random.nextInt(6), 20_000);
            List<Sent> today = List.of(sent(NOW, new Message("push", List.of(), true, true)));
            boolean kept =
                    past.stream()
                            .filter(one -> counts(gap, one, List.of(gap)))
                            .allMatch(
                                    one ->
                                            one.at() > NOW
                                                    ? one.at() - NOW >= 4_000
                                                    : NOW - one.at()
                                                            >= (one.gap() > 0 ? one.gap() : 4_000));
            byte by = allowances(List.of(gap), past, today).blockedBy()[0][0];
            assertThat(by == Allowances.FREE).as("%s", past).isEqualTo(kept);
        }
    }

    /** As whoever makes a plan keeps to allowances: none blocked, no more than is left. */
    private static boolean isAllowed(
            Allowances allowances, List<ContactCap> caps, List<Sent> today, int chosen) {
        int[] sends =
                IntStream.range(0, today.size()).filter(i -> (chosen >> i & 1) == 1).toArray();
        if (Arrays.stream(sends).anyMatch(i -> allowances.blockedBy()[i][0] != Allowances.FREE)) {
            return false;
        }
        for (int cap = 0; cap < caps.size(); cap++) {
            ContactCap one = caps.get(cap);
            long obeying =
                    Arrays.stream(sends)
                            .mapToObj(today::get)
                            .filter(send -> send.message().obeys())
                            .filter(send -> speaksOf(one, send.message(), caps))
                            .count();
            if (obeying > allowances.left()[cap][0]) {
                return false;
            }
        }
        return true;
    }

    private static void requireKept(
            List<ContactCap> caps, List<Sent> past, List<Sent> today, int chosen) {
        for (ContactCap cap : caps) {
            List<Sent> fresh =
                    IntStream.range(0, today.size())
                            .filter(i -> (chosen >> i & 1) == 1)
                            .mapToObj(today::get)
                            .toList();
            List<Long> obeying =
                    fresh.stream()
                            .filter(one -> one.message().obeys())
                            .filter(one -> speaksOf(cap, one.message(), caps))
                            .map(Sent::at)
                            .toList();
            List<Long> counted =
                    Stream.concat(
                                    past.stream(),
                                    fresh.stream().filter(one -> !one.message().obeys()))
                            .filter(one -> counts(cap, one, caps))
                            .map(Sent::at)
                            .toList();
            assertThat(new CapOracle(cap, null).allows(counted, obeying))
                    .as("%s of %s after %s", cap, fresh, past)
                    .isTrue();
        }
    }

    private static boolean counts(ContactCap cap, Sent one, List<ContactCap> caps) {
        return one.message().counts()
                && cap.counted().contains(one.status())
                && speaksOf(cap, one.message(), caps);
    }

    private static boolean speaksOf(ContactCap cap, Message message, List<ContactCap> caps) {
        boolean replaced = false;
        for (ContactCap other : caps) {
            replaced |= other.overrides().contains(cap.id()) && says(other, message);
        }
        return says(cap, message) && !replaced;
    }

    private static boolean says(ContactCap cap, Message message) {
        boolean channel = cap.channels().isEmpty() || cap.channels().contains(message.channel());
        boolean tag = cap.tags().isEmpty();
        for (String own : cap.tags()) {
            tag |= message.tags().stream().anyMatch(one -> (one + "/").startsWith(own + "/"));
        }
        return channel && tag;
    }

    private ContactCap cap(String id) {
        Window window =
                random.nextInt(4) == 0
                        ? new Window.Gap(Duration.ofSeconds(1 + random.nextInt(9_000)), false)
                        : random.nextBoolean()
                                ? new Window.Rolling(Duration.ofSeconds(1 + random.nextInt(20_000)))
                                : new Window.Lifetime();
        return withWindow(id, window);
    }

    private ContactCap withWindow(String id, Window window) {
        return new ContactCap(
                id,
                window instanceof Window.Gap ? 1 : random.nextInt(5),
                window,
                random.nextBoolean() ? List.of() : List.of("push"),
                id.equals("gap") || random.nextBoolean() ? List.of() : List.of("promo"),
                random.nextBoolean()
                        ? ContactCap.usuallyCounted()
                        : EnumSet.of(SendStatus.PLANNED, SendStatus.DELIVERED),
                random.nextInt(4) == 0 && !id.equals("a") ? List.of("a") : List.of());
    }

    private List<Sent> draw(int many, int spread) {
        return Stream.generate(
                        () ->
                                new Sent(
                                        NOW + (random.nextInt(2 * spread) - spread) / 500 * 500,
                                        message(),
                                        status(),
                                        random.nextBoolean() ? 0 : 500 * random.nextInt(20)))
                .limit(many)
                .sorted(Comparator.comparingLong(Sent::at))
                .toList();
    }

    private static Sent sent(long at, Message message) {
        return new Sent(at, message, SendStatus.PLANNED, 0);
    }

    private Message message() {
        return new Message(
                CHANNELS.get(random.nextInt(2)),
                TAGS.get(random.nextInt(TAGS.size())),
                random.nextInt(4) > 0,
                random.nextInt(4) > 0);
    }

    private SendStatus status() {
        return SendStatus.values()[random.nextInt(SendStatus.values().length)];
    }

    private static Allowances allowances(List<ContactCap> caps, List<Sent> past, List<Sent> today) {
        char[] kind = new char[past.size()];
        IntStream.range(0, kind.length).forEach(i -> kind[i] = (char) i);
        PastSends sends =
                new PastSends(
                        past.stream()
                                .map(
                                        one ->
                                                new PastSends.Kind(
                                                        one.message(),
                                                        one.status(),
                                                        "c",
                                                        one.gap()))
                                .toList(),
                        new int[] {0, past.size()},
                        past.stream().mapToLong(Sent::at).toArray(),
                        kind);
        Timetable timetable =
                new Timetable(
                        today.stream().map(Sent::message).toList(),
                        CustomerZones.unknown(1),
                        new long[][] {today.stream().mapToLong(Sent::at).toArray()});
        return AllowanceCalculator.allowances(caps, timetable, sends, new Execution(1));
    }
}
