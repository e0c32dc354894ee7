package dev.marginal.benchmarks.contacts;

import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.scenarios.campaignfile.ContactsFileReader;
import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.contacts.TimetableMaker;
import dev.marginal.scenarios.store.sendlog.StoredSendLog;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what is left of some caps, several times. */
public final class ContactsCase {
    private static final Set<String> OPTIONS =
            Set.of("caps", "customers", "sends", "seed", "repeats", "threads", "log", "facts");

    /** The caps that can be measured, by what they are called in the table. */
    static final Map<String, String> CAPS =
            Map.of(
                    "rolling", "{cap: weekly, at_most: 3, per: 7 days}",
                    "day", "{cap: daily, channel: push, at_most: 1, per: day}",
                    "week",
                            "{cap: news, channels: [email, push], at_most: 2, per: week, week_starts: sunday, zone: campaign}",
                    "month", "{cap: promos, tag: promo, at_most: 4, per: month}",
                    "gap", "{cap: gap, channel: email, gap: 16 hours}",
                    "lifetime", "{cap: welcome, tag: promo, at_most: 9, per: lifetime}");

    private static final List<Message> MESSAGES =
            Stream.of("email", "push", "sms")
                    .flatMap(
                            channel ->
                                    Stream.of(List.<String>of(), List.of("promo"))
                                            .map(tags -> new Message(channel, tags, true, true)))
                    .toList();

    private final Options options;
    private final Facts facts;
    private final Execution execution;

    private ContactsCase(Options options) {
        this.options = options;
        this.facts = options.facts();
        this.execution = new Execution(options.integer("threads", 2));
    }

    /** Measures one set of caps, of a log in memory or, with {@code log}, on disk. */
    public static void main(String[] arguments) throws IOException {
        ContactsCase one = new ContactsCase(Options.of(arguments, OPTIONS));
        if (one.options.given().containsKey("log")) {
            one.measureLog();
        } else {
            one.measure();
        }
    }

    private void measureLog() throws IOException {
        int customers = options.integer("customers", 10_000_000);
        Path folder = Files.createTempDirectory(Path.of(options.text("log", "")), "log");
        LogOnDisk log =
                LogOnDisk.write(folder, customers, options.integer("sends", 30_000_000), execution);
        IdColumn ids = LogOnDisk.ids(customers);
        facts.add("bytes on disk", log.bytes());
        System.gc();
        for (int repeat = 0; repeat < options.integer("repeats", 3); repeat++) {
            OwnMemory.forgetPeak();
            Effort reading = new Effort();
            PastSends[] past = new PastSends[1];
            reading.time(() -> past[0] = new StoredSendLog(log, execution).of(ids, Instant.EPOCH));
            reading.tell(facts, "reading");
            facts.add("sends", past[0].at().length);
            CustomerZones zones = ManySends.of(customers, 0, 1, execution).zones();
            Effort effort = new Effort();
            effort.time(() -> tell(allowances(new ManySends(past[0], zones))));
            effort.tell(facts, "allowances");
            facts.add("memory at most", OwnMemory.peak());
        }
        delete(folder, log);
    }

    private static void delete(Path folder, LogOnDisk log) throws IOException {
        for (LogFile file : log.files()) {
            Files.delete(file.file());
        }
        Files.delete(folder);
    }

    private void measure() {
        ManySends sends =
                ManySends.of(
                        options.integer("customers", 10_000_000),
                        options.integer("sends", 30_000_000),
                        options.integer("seed", 101),
                        execution);
        System.gc();
        facts.add("sends", sends.past().at().length);
        facts.add("memory with sends", OwnMemory.held());
        for (int repeat = 0; repeat < options.integer("repeats", 3); repeat++) {
            OwnMemory.forgetPeak();
            Effort effort = new Effort();
            effort.time(() -> tell(allowances(sends)));
            effort.tell(facts, "allowances");
            facts.add("memory at most", OwnMemory.peak());
        }
    }

    private Allowances allowances(ManySends sends) {
        ContactPolicy policy = policy(options.words("caps", "rolling"));
        Timetable timetable =
                TimetableMaker.timetable(policy, ManySends.DAY, MESSAGES, sends.zones());
        return AllowanceCalculator.allowances(policy.caps(), timetable, sends.past(), execution);
    }

    private void tell(Allowances allowances) {
        long blocked = 0;
        for (byte[] message : allowances.blockedBy()) {
            for (byte by : message) {
                blocked += by == Allowances.FREE ? 0 : 1;
            }
        }
        facts.add(
                "blocked",
                (double) blocked
                        / allowances.blockedBy().length
                        / allowances.blockedBy()[0].length);
    }

    private static ContactPolicy policy(String[] names) {
        String caps = Stream.of(names).map(CAPS::get).collect(Collectors.joining(", "));
        String text =
                """
                time_zone: Asia/Singapore
                caps: [%s]
                send_times: {email: "09:00", push: "18:00"}
                quiet_hours: [{channels: [sms], from: "11:00", until: "14:00", then: wait}]
                """;
        try {
            Path file = Files.createTempFile("contacts", ".yml");
            ContactPolicy policy =
                    ContactsFileReader.read(Files.writeString(file, text.formatted(caps))).policy();
            Files.delete(file);
            return policy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
