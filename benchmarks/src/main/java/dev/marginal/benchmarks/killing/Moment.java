package dev.marginal.benchmarks.killing;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * When a process is killed: so long after its start, or so soon after an attempt of its own has
 * come to a state. Half of all kills are of either kind; the first kind hits what takes long, the
 * second what takes moments.
 *
 * @param campaign whose attempt is watched; empty for none
 * @param state that it must have reached
 * @param micros after the start, or after the state was seen
 */
record Moment(String campaign, String state, long micros) {
    private static final List<String> STATES = List.of("reserved", "built", "audited", "published");
    private static final long A_WHILE = TimeUnit.MILLISECONDS.toMicros(40);
    private static final long LOOK_EVERY = 500;

    /** A moment of a run that usually takes so long. */
    static Moment drawn(Random random, long usualMicros) {
        if (random.nextBoolean()) {
            return new Moment("", "", (long) (random.nextDouble() * 1.05 * usualMicros));
        }
        String campaign = House.CAMPAIGNS.get(random.nextInt(House.CAMPAIGNS.size()));
        String state = STATES.get(random.nextInt(STATES.size()));
        long spread = state.equals("reserved") ? usualMicros / 4 : A_WHILE;
        return new Moment(campaign, state, (long) (random.nextDouble() * spread));
    }

    /** Waits for it; returns early if the process ends first. */
    void await(Program.Running running, Shelf shelf, LocalDate date) {
        if (!campaign.isEmpty()) {
            while (!isReached(shelf.progress(campaign, date), running.process().pid())) {
                if (running.endsWithin(LOOK_EVERY)) {
                    return;
                }
            }
            running.endsWithin(micros);
            return;
        }
        long passed = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - running.began());
        running.endsWithin(Math.max(0, micros - passed));
    }

    private boolean isReached(Shelf.Progress progress, long process) {
        return progress.process() == process
                && STATES.indexOf(progress.state()) >= STATES.indexOf(state);
    }
}
