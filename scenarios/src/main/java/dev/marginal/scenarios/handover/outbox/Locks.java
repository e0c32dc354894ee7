package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several files held together, or none of them. */
final class Locks implements Closeable {
    private final List<Lock> held = new ArrayList<>();

    /**
     * Takes hold of files, in this order.
     *
     * @throws OutboxInUse if somebody else has one of them
     */
    static Locks take(List<Path> files) throws IOException {
        Locks locks = new Locks();
        try {
            for (Path file : files) {
                PrivateFiles.createFolders(file.getParent());
                locks.held.add(Lock.take(file));
            }
            return locks;
        } catch (IOException | RuntimeException broken) {
            locks.close();
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        for (Lock lock : held) {
            lock.close();
        }
    }
}
