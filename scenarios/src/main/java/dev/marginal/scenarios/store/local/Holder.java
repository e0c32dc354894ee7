package dev.marginal.scenarios.store.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A process that holds a claim.
 *
 * @param host what people call its machine
 * @param machine the start of the machine and the space of process numbers: equal for two processes
 *     only if they see each other's numbers
 * @param process its number
 * @param started when it started, in ticks of the machine's own count, which no clock change moves
 */
public record Holder(String host, String machine, long process, long started) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int STATE = 0;
    private static final int STARTED = 19;
    private static final Holder HERE = here(ProcessHandle.current().pid());

    /** This process. */
    public static Holder here() {
        return HERE;
    }

    /** Whether the process is certainly gone; false for one that cannot be seen from here. */
    public boolean hasEnded() {
        return machine.equals(HERE.machine)
                && startOf(process).filter(ticks -> ticks == started).isEmpty();
    }

    @Override
    public String toString() {
        return "process %d on %s".formatted(process, host);
    }

    private static Holder here(long process) {
        Optional<Long> started = startOf(process);
        String machine = started.isPresent() ? thisMachine() : UUID.randomUUID().toString();
        return new Holder(hostName(), machine, process, started.orElse(0L));
    }

    private static String thisMachine() {
        try {
            String start = Files.readString(PROCESSES.resolve("sys/kernel/random/boot_id"));
            return start.strip() + " " + Files.readSymbolicLink(PROCESSES.resolve("self/ns/pid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return UUID.randomUUID().toString();
        }
    }

    /** When a living process started, as Linux counts; empty if there is none, or no Linux. */
    private static Optional<Long> startOf(long process) {
        try {
            String all = Files.readString(PROCESSES.resolve(process + "/stat"));
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ");
            return "ZX".contains(fields[STATE])
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(fields[STARTED]));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }
}
