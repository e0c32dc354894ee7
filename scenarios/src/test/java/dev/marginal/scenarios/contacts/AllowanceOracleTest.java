package dev.marginal.scenarios.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Small random histories around changes of clocks, against the definitions. */
class AllowanceOracleTest {
    private static final int ROUNDS = 6_000;
    private static final ZoneId FALLBACK = ZoneId.of("Asia/Kolkata");
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("America/Sao_Paulo"),
                    ZoneId.of("Asia/Singapore"));
    private static final List<Instant> MOMENTS =
            List.of(
                    at("2026-03-08T02:00", "America/New_York"),
                    at("2026-11-01T01:30", "America/New_York"),
                    at("2026-04-05T01:45", "Australia/Lord_Howe"),
                    at("2026-10-04T02:15", "Australia/Lord_Howe"),
                    at("2018-11-04T01:00", "America/Sao_Paulo"),
                    at("2018-02-17T23:30", "America/Sao_Paulo"),
                    at("2026-01-31T23:59", "Asia/Singapore"));

    private final Random random = new Random(1);

    @Test
    void what_is_left_is_the_most_of_which_every_choice_keeps_every_window() {
        for (int round = 0; round < ROUNDS; round++) {
            Case one = draw();
            Allowances allowances = one.allowances(new Execution(1));
            List<Long> open =
                    IntStream.range(0, one.messages.size())
                            .filter(i -> allowances.blockedBy()[i][0] == Allowances.FREE)
                            .mapToObj(one.messages::get)
                            .toList();
            List<Long> blocked =
                    IntStream.range(0, one.messages.size())
                            .filter(i -> allowances.blockedBy()[i][0] != Allowances.FREE)
                            .mapToObj(one.messages::get)
                            .toList();
            CapOracle oracle = one.oracle();
            assertThat(open).as("%s", one).allMatch(at -> oracle.allows(one.past, List.of(at)));
            assertThat(blocked).as("%s", one).noneMatch(at -> oracle.allows(one.past, List.of(at)));
            int left = oracle.left(one.past, open);
            assertThat((int) allowances.left()[0][0])
                    .as("%s", one)
                    .isEqualTo(open.isEmpty() ? 0 : left == open.size() ? Allowances.PLENTY : left);
        }
    }

    @Test
    void sends_before_since_do_not_matter() {
        for (int round = 0; round < ROUNDS; round++) {
            Case one = draw();
            long since =
                    AllowanceCalculator.since(List.of(one.cap), one.timetable()).getEpochSecond();
            Case shorter =
                    new Case(
                            one.cap,
                            one.zone,
                            one.past.stream().filter(at -> at >= since).toList(),
                            one.messages);
            Allowances all = one.allowances(new Execution(1));
            Allowances some = shorter.allowances(new Execution(1));
            assertThat(some.left()).as("%s", one).isDeepEqualTo(all.left());
            assertThat(some.blockedBy()).as("%s", one).isDeepEqualTo(all.blockedBy());
        }
    }

    private Case draw() {
        long middle = MOMENTS.get(random.nextInt(MOMENTS.size())).getEpochSecond();
        long spread = List.of(7_200, 90_000, 900_000, 4_000_000).get(random.nextInt(4));
        ContactCap cap =
                new ContactCap(
                        "cap",
                        random.nextInt(5),
                        window(),
                        List.of(),
                        List.of(),
                        ContactCap.usuallyCounted(),
                        List.of());
        if (cap.window() instanceof Window.Gap) {
            cap =
                    new ContactCap(
                            "cap",
                            1,
                            cap.window(),
                            List.of(),
                            List.of(),
                            ContactCap.usuallyCounted(),
                            List.of());
        }
        int zone = random.nextInt(ZONES.size() + 1) - 1;
        return new Case(
                cap,
                zone,
                seconds(middle, spread, random.nextInt(8)),
                seconds(middle, Math.min(spread, 90_000), 1 + random.nextInt(5)));
    }

    private Window window() {
        Zone zone =
                random.nextBoolean()
                        ? new Zone.Customers(FALLBACK)
                        : new Zone.Fixed(ZONES.get(random.nextInt(ZONES.size())));
        return switch (random.nextInt(5)) {
            case 0 -> new Window.Rolling(Duration.ofMinutes(5 + random.nextInt(8_000)));
            case 1 -> new Window.Gap(Duration.ofMinutes(5 + random.nextInt(3_000)), false);
            case 2 -> new Window.CalendarDays(1 + random.nextInt(4), zone);
            case 3 ->
                    new Window.Calendar(
                            Window.Unit.values()[random.nextInt(4)],
                            DayOfWeek.of(1 + random.nextInt(7)),
                            zone);
            default -> new Window.Lifetime();
        };
    }

    /** In steps of five minutes, so that edges are met. */
    private List<Long> seconds(long middle, long spread, int many) {
        return LongStream.generate(() -> middle + (random.nextLong() % spread) / 300 * 300)
                .limit(many)
                .sorted()
                .boxed()
                .toList();
    }

    private static Instant at(String time, String zone) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    }

    private record Case(ContactCap cap, int zone, List<Long> past, List<Long> messages) {
        CapOracle oracle() {
            return new CapOracle(cap, zone < 0 ? null : ZONES.get(zone));
        }

        Timetable timetable() {
            long[] at = messages.stream().mapToLong(Long::longValue).toArray();
            long[][] everywhere = new long[ZONES.size() + 1][];
            java.util.Arrays.fill(everywhere, at);
            return new Timetable(
                    messages.stream().map(message -> Message.marketing("push")).toList(),
                    new CustomerZones(ZONES, new short[] {(short) zone}),
                    everywhere);
        }

        Allowances allowances(Execution execution) {
            PastSends sends =
                    new PastSends(
                            List.of(
                                    new PastSends.Kind(
                                            Message.marketing("push"), SendStatus.SENT, "c", 0)),
                            new int[] {0, past.size()},
                            past.stream().mapToLong(Long::longValue).toArray(),
                            new char[past.size()]);
            return AllowanceCalculator.allowances(List.of(cap), timetable(), sends, execution);
        }
    }
}
