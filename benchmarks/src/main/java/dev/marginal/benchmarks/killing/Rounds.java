package dev.marginal.benchmarks.killing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays the nights of a house: several rounds for each date, each of which kills at least one
 * process, and after each round everything is checked.
 */
final class Rounds {
    private static final int ROUNDS_PER_DATE = 5;
    private static final long USUAL_IMPORT = TimeUnit.MILLISECONDS.toMicros(1800);
    private static final int AUDIT_EVERY = 20;

    private final Program program;
    private final House house;
    private final Shelf shelf;
    private final HouseCheck check;
    private final Tally tally;
    private final Random random;
    private final Consumer<String> progress;
    private final TreeSet<LocalDate> toTell = new TreeSet<>();
    private long usualNight = TimeUnit.SECONDS.toMicros(6);
    private boolean apart;
    private boolean assumed;
    private boolean changed;

    Rounds(
            Program program,
            House house,
            Shelf shelf,
            HouseCheck check,
            Tally tally,
            long seed,
            Consumer<String> progress) {
        this.program = program;
        this.house = house;
        this.shelf = shelf;
        this.check = check;
        this.tally = tally;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** How many dates so many rounds need. */
    static int dates(int rounds) {
        return (rounds + ROUNDS_PER_DATE - 1) / ROUNDS_PER_DATE;
    }

    /** Plays so many rounds; {@code written} is run after each. */
    void play(int rounds, Runnable written) {
        for (int round = 0; round < rounds; round++) {
            LocalDate date = house.from().plusDays(round / ROUNDS_PER_DATE);
            boolean last = round % ROUNDS_PER_DATE == ROUNDS_PER_DATE - 1 || round == rounds - 1;
            String name = "round %d, %s".formatted(round + 1, date);
            if (round % ROUNDS_PER_DATE == 0) {
                dawn(name, date);
            }
            if (check.isPlanned(date) && random.nextInt(5) > 0) {
                house.suppress(random.nextInt(400));
                changed = true;
                tally.count("changed inputs");
            }
            killSome(date);
            verify(name + " after its kills", false);
            if (last || random.nextInt(5) == 0) {
                complete(name, date);
                boolean thorough = round % AUDIT_EVERY == 0 || round == rounds - 1;
                verify(name + " complete", thorough);
                if (thorough) {
                    audit(name + " complete", date);
                }
            }
            progress.accept(
                    "%s %s: %d kills, %d broken"
                            .formatted(shelf.name(), name, tally.kills(), tally.broken().size()));
            tally.count("rounds");
            written.run();
        }
    }

    /** A new date: mostly the log tells first what became of the last plans. */
    private void dawn(String name, LocalDate date) {
        apart = random.nextInt(5) == 0;
        changed = false;
        assumed = !toTell.isEmpty() && random.nextInt(6) == 0;
        if (!assumed) {
            for (LocalDate day : List.copyOf(toTell)) {
                importLog(name, day, date);
            }
            toTell.clear();
        }
        toTell.add(date);
    }

    private void importLog(String name, LocalDate day, LocalDate today) {
        Provider provider = new Provider(check, program.folder());
        Path file = provider.write(day, day.plusDays(1).equals(today));
        List<String> arguments = provider.arguments(file, day, shelf);
        if (random.nextBoolean()) {
            Program.Running running = program.start(arguments);
            running.endsWithin((long) (random.nextDouble() * USUAL_IMPORT));
            tally.count(running.kill() ? "imports killed" : "imports too quick to kill");
            verify(name + " after a killed import", false);
        }
        program.run(arguments);
        verify(name + " after an import", false);
    }

    private void killSome(LocalDate date) {
        int kind = random.nextInt(10);
        if (apart || kind < 3) {
            pair(date);
            return;
        }
        kill(date, start(date, House.CAMPAIGNS));
        if (kind < 5) {
            kill(date, start(date, House.CAMPAIGNS));
        }
    }

    /** Two processes at once; one is killed, the other one killed as well or left to end. */
    private void pair(LocalDate date) {
        List<List<String>> parts =
                apart
                        ? List.of(List.of("news"), List.of("vouchers"))
                        : List.of(House.CAMPAIGNS, House.CAMPAIGNS);
        Program.Running one = start(date, parts.get(0));
        one.endsWithin(random.nextInt(400_000));
        Program.Running other = start(date, parts.get(1));
        kill(date, one);
        if (random.nextBoolean()) {
            kill(date, other);
        } else {
            ended(other);
        }
        tally.count(apart ? "pairs of different campaigns" : "pairs of the same campaigns");
    }

    private Program.Running start(LocalDate date, List<String> campaigns) {
        List<String> more = new ArrayList<>(shelf.options());
        if (assumed) {
            more.add("--assume-planned-sent");
        }
        if (changed) {
            more.add("--supersede");
        }
        return program.start(house.night(campaigns, date, more));
    }

    private void kill(LocalDate date, Program.Running running) {
        Moment.drawn(random, usualNight).await(running, shelf, date);
        if (running.kill()) {
            tally.kill(state(date, running.process().pid()));
        } else {
            ended(running);
        }
    }

    private String state(LocalDate date, long process) {
        shelf.tell(check.sql());
        List<Map<String, Object>> own =
                check.sql()
                        .rows(
                                "select state, coalesce(placed, false) as placed from plan where date = '%s' and process = %d and state not in ('failed', 'superseded')"
                                        .formatted(date, process));
        return Tally.state(
                own.stream().map(row -> (String) row.get("state")).toList(),
                own.stream()
                        .filter(row -> row.get("state").equals("published"))
                        .allMatch(row -> (Boolean) row.get("placed")));
    }

    private void ended(Program.Running running) {
        int exitCode = running.exitCode();
        tally.count("ended by themselves with " + exitCode);
        if (exitCode != 0 && exitCode != 6) {
            tally.broken("exit code " + exitCode, List.of(running.said()));
        }
    }

    /** Runs the night to its end, which must be a plan of every campaign. */
    private void complete(String name, LocalDate date) {
        long began = System.nanoTime();
        for (List<String> part : parts()) {
            Program.Running running = start(date, part);
            int exitCode = running.exitCode();
            if (exitCode != 0) {
                tally.broken(name, List.of("rerun ended with " + exitCode + ": " + running.said()));
            }
        }
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
        tally.count("reruns to the end");
        if (!check.isPlanned(date)) {
            tally.broken(name, List.of("no plan after a rerun"));
        }
        usualNight = Math.max(usualNight / 2, Math.max(took, usualNight * 9 / 10));
        leftovers(" after a rerun");
    }

    private void leftovers(String when) {
        tally.most("leftovers in the store" + when + ", at most", shelf.leftovers().size());
        tally.most(
                "leftovers in the temporary folder" + when + ", at most",
                Leftovers.in(program.temporary()));
    }

    private List<List<String>> parts() {
        return apart ? List.of(List.of("news"), List.of("vouchers")) : List.of(House.CAMPAIGNS);
    }

    private void verify(String name, boolean again) {
        tally.broken(name, check.broken(again));
        tally.count("checks of everything");
        leftovers("");
    }

    /**
     * Audits the plans of a date: those before it were made from inputs that have changed since.
     */
    private void audit(String name, LocalDate date) {
        for (String folder : check.folders(date)) {
            Program.Running audit =
                    program.start(List.of("audit", shelf.auditable(Path.of(folder)).toString()));
            tally.count("audits");
            if (audit.exitCode() != 0) {
                tally.broken(name, List.of(audit.said()));
            }
        }
    }
}
