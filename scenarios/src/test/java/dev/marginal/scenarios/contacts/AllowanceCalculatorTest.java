package dev.marginal.scenarios.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceCalculatorTest {
    private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").getEpochSecond();
    private static final int HOUR = 3_600;
    private static final Message PUSH = Message.marketing("push");
    private static final Message RECEIPT = new Message("push", List.of(), false, true);
    private static final Message SILENT = new Message("push", List.of(), true, false);

    @Test
    void messages_of_a_day_share_what_is_left() {
        Allowances two = one(cap("week", 3, 168), List.of(PUSH, PUSH, PUSH), NOON - HOUR);
        assertThat(two.left()[0][0]).isEqualTo((byte) 2);
        assertThat(two.blockedBy()[0][0]).isEqualTo(Allowances.FREE);
    }

    @Test
    void a_cap_that_cannot_bind_says_plenty() {
        assertThat(one(cap("week", 3, 168), List.of(PUSH, PUSH), NOON - HOUR).left()[0][0])
                .isEqualTo(Allowances.PLENTY);
    }

    @Test
    void a_used_up_cap_blocks_and_the_first_cap_in_the_way_is_told() {
        List<ContactCap> caps =
                List.of(cap("year", 5, 8_760), cap("week", 1, 168), cap("day", 1, 24));
        Allowances none = calculate(caps, List.of(PUSH), new long[] {NOON}, NOON - HOUR);
        assertThat(none.blockedBy()[0][0]).isEqualTo((byte) 1);
        assertThat(none.left()[1][0]).isZero();
        assertThat(none.left()[2][0]).isZero();
    }

    @Test
    void a_message_that_counts_but_does_not_obey_is_free_and_taken_as_sent() {
        Allowances all = one(cap("day", 1, 24), List.of(RECEIPT, PUSH));
        assertThat(all.blockedBy()[0][0]).isEqualTo(Allowances.FREE);
        assertThat(all.blockedBy()[1][0]).isZero();
    }

    @Test
    void a_message_that_does_not_count_obeys_all_the_same() {
        assertThat(one(cap("day", 1, 24), List.of(SILENT), NOON - HOUR).blockedBy()[0][0]).isZero();
    }

    @Test
    void messages_that_do_not_go_out_take_up_no_room() {
        long[] at = {NOON, Timetable.QUIET, Timetable.EXPIRED};
        Allowances one = calculate(List.of(cap("day", 1, 24)), List.of(PUSH, PUSH, PUSH), at);
        assertThat(one.left()[0][0]).isEqualTo(Allowances.PLENTY);
    }

    @Test
    void messages_days_apart_share_the_least_room_of_any() {
        long[] at = {NOON, NOON + 1, NOON + 48 * HOUR, NOON + 48 * HOUR + 1};
        Allowances careful =
                calculate(
                        List.of(cap("day", 2, 24)),
                        List.of(PUSH, PUSH, PUSH, PUSH),
                        at,
                        NOON - HOUR);
        assertThat(careful.left()[0][0]).isEqualTo((byte) 1);
    }

    @Test
    void room_beyond_what_a_byte_can_say_is_cut_off() {
        Message[] many = new Message[200];
        Arrays.fill(many, PUSH);
        assertThat(one(cap("week", 150, 168), List.of(many)).left()[0][0]).isEqualTo((byte) 126);
    }

    @Test
    void results_do_not_depend_on_threads() {
        int customers = 100_000;
        Random random = new Random(3);
        int[] start = new int[customers + 1];
        for (int customer = 0; customer < customers; customer++) {
            start[customer + 1] = start[customer] + random.nextInt(5);
        }
        long[] at = new long[start[customers]];
        for (int customer = 0; customer < customers; customer++) {
            for (int i = start[customer]; i < start[customer + 1]; i++) {
                at[i] = NOON - random.nextInt(20 * 24 * HOUR);
            }
            Arrays.sort(at, start[customer], start[customer + 1]);
        }
        PastSends past = new PastSends(List.of(sent()), start, at, new char[at.length]);
        List<ContactCap> caps = List.of(cap("week", 2, 168), cap("day", 1, 24));
        Timetable timetable =
                timetable(List.of(PUSH, PUSH, PUSH), new long[] {NOON, NOON, NOON}, customers);
        Allowances one = AllowanceCalculator.allowances(caps, timetable, past, new Execution(1));
        Allowances four = AllowanceCalculator.allowances(caps, timetable, past, new Execution(4));
        assertThat(four.left()).isDeepEqualTo(one.left());
        assertThat(four.blockedBy()).isDeepEqualTo(one.blockedBy());
        assertThat(one.left()[0]).contains((byte) 0, (byte) 1, (byte) 2);
    }

    @Test
    void a_history_of_other_customers_is_refused() {
        Timetable timetable = timetable(List.of(PUSH), new long[] {NOON}, 2);
        assertThatThrownBy(
                        () ->
                                AllowanceCalculator.allowances(
                                        List.of(), timetable, PastSends.none(3), new Execution(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers of past sends (3) must be 2, as in the timetable.");
    }

    @Test
    void since_is_the_end_of_time_where_nothing_obeys() {
        Timetable timetable = timetable(List.of(RECEIPT), new long[] {NOON}, 1);
        assertThat(AllowanceCalculator.since(List.of(cap("day", 1, 24)), timetable))
                .isEqualTo(Instant.MAX);
    }

    private static Allowances one(ContactCap cap, List<Message> messages, long... past) {
        long[] at = new long[messages.size()];
        Arrays.fill(at, NOON);
        return calculate(List.of(cap), messages, at, past);
    }

    private static Allowances calculate(
            List<ContactCap> caps, List<Message> messages, long[] at, long... past) {
        PastSends sends =
                new PastSends(
                        List.of(sent()), new int[] {0, past.length}, past, new char[past.length]);
        return AllowanceCalculator.allowances(
                caps, timetable(messages, at, 1), sends, new Execution(1));
    }

    private static Timetable timetable(List<Message> messages, long[] at, int customers) {
        return new Timetable(messages, CustomerZones.unknown(customers), new long[][] {at});
    }

    private static PastSends.Kind sent() {
        return new PastSends.Kind(PUSH, SendStatus.SENT, "spring", 0);
    }

    private static ContactCap cap(String id, int atMost, int hours) {
        return new ContactCap(
                id,
                atMost,
                new Window.Rolling(Duration.ofHours(hours)),
                List.of(),
                List.of(),
                ContactCap.usuallyCounted(),
                List.of());
    }
}
