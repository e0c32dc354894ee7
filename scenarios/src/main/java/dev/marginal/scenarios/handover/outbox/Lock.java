package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one hand-over at a time holds; the hold goes with the process, whatever ends it.
 *
 * <p>The system knows holders by process only, and drops a process's hold as soon as that process
 * closes the file anywhere; so holders within this process are told apart here.
 */
final class Lock implements Closeable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Lock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes hold of a file.
     *
     * @throws OutboxInUse if somebody else has it
     */
    static Lock take(Path file) throws IOException {
        Path place = PrivateFiles.create(file).toRealPath();
        if (!HELD_HERE.add(place)) {
            throw new OutboxInUse(file);
        }
        Lock lock = new Lock(place, FileChannel.open(place, StandardOpenOption.WRITE));
        FileLock hold = lock.channel.tryLock();
        if (hold == null) {
            lock.close();
            throw new OutboxInUse(file);
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
