package dev.marginal.scenarios.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A real process at a store: it does what it is told line by line, and answers each line with what
 * came of it.
 */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private OtherProcess(Process process) {
        this.process = process;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts a process; it does these orders at once, and then those that are sent. */
    static OtherProcess at(String address, Duration lease, PlanKey key, String... orders) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherProcess.class.getName(),
                                address,
                                Long.toString(lease.toMillis()),
                                key.campaign(),
                                key.date().toString()));
        command.addAll(Arrays.asList(orders));
        try {
            return new OtherProcess(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends an order without waiting. */
    void order(String order) {
        orders.println(order);
    }

    /** What came of the next order; {@code gone} if the process is. */
    String answer() {
        try {
            return Optional.ofNullable(answers.readLine()).orElse("gone");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the process a signal, such as {@code STOP}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills the process, if it lives, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The other process. */
    public static void main(String[] words) throws IOException {
        Lease lease = new Lease(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(words[1])));
        PlanKey key = new PlanKey(words[2], LocalDate.parse(words[3]));
        try (PlanStore store = StoreAddress.open(words[0], lease)) {
            Orders orders = new Orders(store, key);
            for (String order : Arrays.asList(words).subList(4, words.length)) {
                answer(orders, order);
            }
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(orders, line);
            }
        }
    }

    private static void answer(Orders orders, String order) {
        try {
            System.out.println(orders.obey(order));
        } catch (PlanInHand
                | PlanInTheWay
                | LeaseLost
                | StoreUnusable
                | IllegalArgumentException refused) {
            System.out.println(refused.getClass().getSimpleName());
        }
    }

    private static final class Orders {
        private final PlanStore store;
        private final PlanKey key;
        private Claim claim;

        Orders(PlanStore store, PlanKey key) {
            this.store = store;
            this.key = key;
        }

        String obey(String order) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case "claim" -> claim = store.claim(key, PlanKind.LIVE);
                case "write" -> write(Long.parseLong(words[1]));
                case "publish" -> claim.publish(Optional.empty());
                case "supersede" -> claim.publish(store.published(key));
                case "close" -> claim.close();
                default -> throw new IllegalArgumentException(order);
            }
            return words[0] + " " + claim.attempt().number();
        }

        private void write(long seed) {
            WholePlan.write(claim.workplace(), seed);
            TreeMap<String, String> inputs = new TreeMap<>();
            inputs.put("seed", Long.toString(seed));
            claim.reached(PlanState.BUILT, inputs);
            claim.reached(PlanState.AUDITED, inputs);
        }
    }
}
