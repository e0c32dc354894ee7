package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store's log of sends does. */
abstract class SendLogContract {
    private static final IdColumn CUSTOMERS = IdColumn.of("customer", List.of("ann", "bob", "日本"));
    private static final Instant ALWAYS = Instant.EPOCH;

    @TempDir Path inbox;
    private PlanStore store;
    private SendLog log;

    /** Where the store of this test is. */
    abstract String address();

    @BeforeEach
    void open() {
        store = StoreAddress.open(address(), Lease.usual(Clock.systemUTC()));
        log = store.log();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_empty_log_knows_of_nothing() {
        assertThat(log.completeThrough()).isEmpty();
        assertThat(log.files()).isEmpty();
        assertThat(sends(ALWAYS)).containsExactly("", "", "");
    }

    @Test
    void sends_come_back_by_customer_in_the_order_of_time() {
        add(
                """
                customer,channel,sent_at
                bob,push,2026-11-20T10:00:00+08:00
                ann,email,2026-11-20T09:00:00Z
                eve,push,2026-11-20T09:00:00Z
                bob,email,2026-11-19T23:59:59.75-05:00
                日本,push,2026-11-20T02:00:00Z
                """);
        assertThat(sends(ALWAYS))
                .containsExactly(
                        "email@2026-11-20T09:00:00Z",
                        "push@2026-11-20T02:00:00Z email@2026-11-20T04:59:59Z",
                        "push@2026-11-20T02:00:00Z");
        assertThat(sends(Instant.parse("2026-11-20T02:00:01Z")))
                .containsExactly("email@2026-11-20T09:00:00Z", "email@2026-11-20T04:59:59Z", "");
    }

    @Test
    void what_caps_ask_of_a_send_comes_back_with_it() {
        add(
                """
                customer,channel,sent_at,status,status_at,campaign,offer,tags,decision_id,counts,cost,gap
                ann,email,2026-11-20T09:00:00Z,bounced,2026-11-20T09:00:05Z,spring,c5,promo|a/b|promo,d1,false,0.0125,16 hours
                bob,push,2026-11-20T09:00:00Z,,,,,,,,0,
                """);
        PastSends past = log.of(CUSTOMERS, ALWAYS);

        assertThat(past.kinds().get(past.kind()[0]))
                .isEqualTo(
                        new PastSends.Kind(
                                new Message("email", List.of("a/b", "promo"), true, false),
                                SendStatus.BOUNCED,
                                "spring",
                                57_600));
        assertThat(past.kinds().get(past.kind()[1]))
                .isEqualTo(
                        new PastSends.Kind(
                                new Message("push", List.of(), true, true),
                                SendStatus.SENT,
                                "",
                                0));
    }

    @Test
    void of_several_rows_of_a_decision_the_one_with_the_latest_status_holds() {
        String header = "customer,channel,sent_at,status,status_at,decision_id\n";
        add(
                header
                        + "ann,push,2026-11-20T09:00:00Z,delivered,2026-11-20T09:00:09Z,d1\n"
                        + "bob,push,2026-11-20T09:00:00Z,sent,2026-11-20T09:00:00Z,d2\n"
                        + "bob,push,2026-11-20T09:00:00Z,sent,2026-11-20T09:00:00Z,\n"
                        + "bob,push,2026-11-20T09:00:00Z,sent,2026-11-20T09:00:00Z,\n");
        add(
                header
                        + "ann,push,2026-11-20T09:00:00Z,sent,2026-11-20T09:00:01Z,d1\n"
                        + "bob,push,2026-11-20T08:00:00Z,failed,2026-11-20T09:00:00Z,d2\n");

        assertThat(statuses()).containsExactly("delivered", "failed sent sent", "");
        assertThat(sends(Instant.parse("2026-11-20T08:30:00Z")).get(1).split(" ")).hasSize(2);
    }

    @Test
    void the_same_file_again_adds_nothing_under_any_name() {
        Path file = put("sends.csv", day(20));
        SendLog.Imported first = log.add(file, Optional.empty());
        Path packed = inbox.resolve("other.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(day(20).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        SendLog.Imported again = log.add(file, Optional.empty());
        SendLog.Imported renamed = log.add(packed, Optional.empty());

        Instant last = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(first).isEqualTo(new SendLog.Imported(1, 0, last));
        assertThat(again).isEqualTo(new SendLog.Imported(0, 1, last));
        assertThat(renamed).isEqualTo(new SendLog.Imported(0, 1, last));
        assertThat(log.files()).hasSize(1);
        assertThat(sends(ALWAYS).get(0)).isEqualTo("push@2026-11-20T09:00:00Z");
    }

    @Test
    void a_log_is_complete_through_its_last_send_or_through_what_is_said_of_it() {
        Path file = put("a.csv", day(20));
        log.add(file, Optional.empty());
        assertThat(log.completeThrough()).contains(Instant.parse("2026-11-20T09:00:00Z"));

        Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
        log.add(file, Optional.of(midnight));
        log.add(put("b.csv", day(19)), Optional.empty());

        assertThat(log.completeThrough()).contains(midnight);
        assertThat(log.files()).extracting(SendLog.LogFile::rows).containsExactly(1L, 1L);
    }

    @Test
    void a_day_without_sends_is_added_if_it_is_said_until_when() {
        Path none = put("none.csv", "customer,channel,sent_at\n");
        assertThat(problems(none))
                .containsExactly(
                        none
                                + ": must hold a send. If nothing was sent, say until when that is known.");

        log.add(none, Optional.of(Instant.parse("2026-11-21T00:00:00Z")));

        assertThat(log.completeThrough()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(sends(ALWAYS)).containsExactly("", "", "");
    }

    @Test
    void planned_and_cancelled_sends_make_no_log_complete() {
        add(
                """
                customer,channel,sent_at,status
                ann,push,2026-11-20T09:00:00Z,sent
                ann,push,2026-11-29T09:00:00Z,cancelled
                """);
        assertThat(log.completeThrough()).contains(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(statuses().get(0)).isEqualTo("sent cancelled");
    }

    @Test
    void every_problem_of_a_file_is_told_with_its_line_and_nothing_is_added() {
        Path bad =
                put(
                        "bad.csv",
                        """
                        customer,chanel,sent_at,status,gap
                        ,push,2026-11-20T09:00:00,sent,
                        ann,push,2026-11-20T09:00:00Z,send,
                        """);
        assertThat(problems(bad))
                .containsExactly(
                        bad + " line 1: column (channel) must be there. Did you mean 'chanel'?",
                        bad
                                + " line 1: column (chanel) must be one of customer, channel, sent_at, status, gap."
                                + " Did you mean 'channel'?",
                        bad + " line 2: customer must not be empty.",
                        bad
                                + " line 2: sent_at (2026-11-20T09:00:00) must be a time with its offset from UTC,"
                                + " such as 2026-11-30T18:05:00+08:00."
                                + " Say which zone it is meant in: add Z for UTC, or an offset such as +08:00.",
                        bad
                                + " line 3: status (send) must be one of planned, attempted, sent, delivered,"
                                + " bounced, failed, cancelled, expired. Did you mean 'sent'?");
        assertThat(log.files()).isEmpty();
    }

    @Test
    void cells_that_do_not_fit_their_row_are_told_with_their_line() {
        Path bad =
                put(
                        "bad.csv",
                        """
                        customer,channel,sent_at,status_at,gap
                        ann,push,2026-11-20T09:00:00Z,2026-11-20T09:00:00Z,1 day

                        "bob",push,2026-11-20T09:00:00Z,2026-11-20T08:59:59Z,often
                        """);
        assertThat(problems(bad))
                .containsExactly(
                        bad
                                + " line 4: gap (often) must be a length of time such as 16 hours or 1 day.",
                        bad
                                + " line 4: status_at (2026-11-20T08:59:59Z) must not be before sent_at.");
    }

    @Test
    void a_half_written_file_is_refused() {
        Path cut = put("cut.csv", day(20) + "bob,push,2026-11-2");
        assertThat(problems(cut))
                .contains(
                        cut
                                + " line 3: the last line must end with a line end."
                                + " Maybe the file is still being written; import it again when it is whole.");
        Path almost = put("almost.csv", day(20).stripTrailing());
        assertThat(problems(almost))
                .singleElement()
                .asString()
                .contains("must end with a line end");
        assertThat(log.files()).isEmpty();

        log.add(put("cut.csv", day(20)), Optional.empty());
        assertThat(log.files()).hasSize(1);
    }

    @Test
    void a_missing_file_is_told() {
        Path missing = inbox.resolve("missing.csv");
        assertThatThrownBy(() -> log.add(missing, Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessage(missing + ": must exist. There is no such file.");
    }

    @Test
    void many_sends_come_back_as_a_plain_count_of_them_says() {
        Random random = new Random(5);
        Map<String, String> rowOfDecision = new LinkedHashMap<>();
        List<String> free = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            StringBuilder csv =
                    new StringBuilder("customer,channel,sent_at,status_at,decision_id\n");
            for (int i = 0; i < 3_000; i++) {
                int decision = random.nextInt(6_000);
                int customer = decision % 700;
                long at = 1_700_000_000L + random.nextInt(1_000_000);
                String row = "c%d,push,%s".formatted(customer, Instant.ofEpochSecond(at));
                boolean named = random.nextInt(4) > 0;
                String told = Instant.ofEpochSecond(1_800_000_000L + file).toString();
                csv.append(row + "," + told + "," + (named ? "d" + decision : "") + "\n");
                if (named) {
                    rowOfDecision.put("d" + decision, row);
                } else {
                    free.add(row);
                }
            }
            add(csv.toString());
        }
        free.addAll(rowOfDecision.values());
        IdColumn ids = IdColumn.of("id", IntStream.range(0, 500).mapToObj(i -> "c" + i).toList());
        PastSends past = log.of(ids, ALWAYS);

        List<String> found = new ArrayList<>();
        for (int customer = 0; customer < 500; customer++) {
            for (int i = past.start()[customer]; i < past.start()[customer + 1]; i++) {
                found.add("c%d,push,%s".formatted(customer, Instant.ofEpochSecond(past.at()[i])));
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        free.stream()
                                .filter(row -> row.matches("c\\d{1,2},.*|c[0-4]\\d\\d,.*"))
                                .toList());
    }

    private static String day(int day) {
        return "customer,channel,sent_at\nann,push,2026-11-%02dT09:00:00Z\n".formatted(day);
    }

    private void add(String csv) {
        log.add(put("sends%d.csv".formatted(csv.hashCode()), csv), Optional.empty());
    }

    private Path put(String name, String text) {
        try {
            return Files.writeString(inbox.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> problems(Path file) {
        return catchThrowableOfType(BadInput.class, () -> log.add(file, Optional.empty()))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    private List<String> sends(Instant since) {
        PastSends past = log.of(CUSTOMERS, since);
        return told(past, i -> channel(past, i) + "@" + Instant.ofEpochSecond(past.at()[i]));
    }

    private List<String> statuses() {
        PastSends past = log.of(CUSTOMERS, ALWAYS);
        return told(past, i -> past.kinds().get(past.kind()[i]).status().word());
    }

    private static String channel(PastSends past, int i) {
        return past.kinds().get(past.kind()[i]).message().channel();
    }

    private static List<String> told(PastSends past, IntFunction<String> word) {
        return IntStream.range(0, past.customers())
                .mapToObj(
                        customer ->
                                String.join(
                                        " ",
                                        IntStream.range(
                                                        past.start()[customer],
                                                        past.start()[customer + 1])
                                                .mapToObj(word)
                                                .toList()))
                .toList();
    }
}
