package dev.marginal.app.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where Marginal writes: the folder of temporary files, and the one of plans. */
record Folders(Path temporary, Path store) {
    private static final long MEGABYTE = 1L << 20;

    /** Native code takes 150 MB for each process; the rest is for DuckDB to spill to. */
    private static final long LEAST_TEMPORARY = 200 * MEGABYTE;

    private static final long ENOUGH_TEMPORARY = 1_000 * MEGABYTE;

    private static final long LEAST_STORE = 200 * MEGABYTE;
    private static final String PREFIX = "marginal-doctor-";

    List<Symptom> all() {
        return List.of(
                writable("temporary files", temporary, "TMPDIR"),
                runnable(),
                room("room for temporary files", temporary, LEAST_TEMPORARY, ENOUGH_TEMPORARY),
                writable("plans", existing(store), "--store"),
                room("room for plans", existing(store), LEAST_STORE, LEAST_STORE));
    }

    private static Symptom writable(String subject, Path folder, String option) {
        try {
            Path file = Files.createTempFile(folder, PREFIX, ".tmp");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                channel.force(lock.isValid());
            } finally {
                Files.deleteIfExists(file);
            }
            return Symptom.fine(subject, "%s can be written and locked".formatted(folder));
        } catch (IOException refused) {
            return Symptom.trouble(
                    subject,
                    "%s cannot be written (%s)".formatted(folder, told(refused)),
                    "Point %s to a folder of yours.".formatted(option));
        }
    }

    /** Native code is unpacked there and loaded, which a mount with noexec forbids. */
    private Symptom runnable() {
        String subject = "code in temporary files";
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            return Symptom.fine(subject, "not tried: there is no shell");
        }
        try {
            Path script = Files.createTempFile(temporary, PREFIX, ".sh");
            try {
                Files.writeString(script, "#!/bin/sh\nexit 0\n");
                return script.toFile().setExecutable(true) && runs(script)
                        ? Symptom.fine(subject, "may run")
                        : mayNotRun(subject);
            } finally {
                Files.deleteIfExists(script);
            }
        } catch (IOException refused) {
            return mayNotRun(subject);
        }
    }

    private static boolean runs(Path script) throws IOException {
        Process process = new ProcessBuilder(script.toString()).start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }

    private Symptom mayNotRun(String subject) {
        return Symptom.trouble(
                subject,
                "may not run in " + temporary,
                "It is mounted with noexec, perhaps: point TMPDIR to a folder where it may.");
    }

    private static Symptom room(String subject, Path folder, long least, long enough) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = "%,d MB free".formatted(free / MEGABYTE);
            if (free < least) {
                return Symptom.trouble(subject, found, makeRoom(least, folder));
            }
            return free >= enough
                    ? Symptom.fine(subject, found)
                    : Symptom.remark(
                            subject,
                            found,
                            "Tables that do not fit into memory need more: "
                                    + makeRoom(enough, folder));
        } catch (IOException refused) {
            return Symptom.trouble(
                    subject, told(refused), "See whether %s is there.".formatted(folder));
        }
    }

    private static String makeRoom(long bytes, Path folder) {
        return "Make room for %,d MB in %s.".formatted(bytes / MEGABYTE, folder);
    }

    /** A store that is not there yet is made in the folder above. */
    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static String told(IOException refused) {
        return refused.getClass().getSimpleName().replace("Exception", "");
    }
}
