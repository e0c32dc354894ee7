package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.Loader;

/** Loads the native libraries, once, before any class of OR-Tools is touched. */
public final class Natives {
    static {
        Loader.loadNativeLibraries();
    }

    private Natives() {}

    /**
     * Loads them, unless they are there.
     *
     * @throws RuntimeException if they cannot be unpacked
     * @throws LinkageError if they cannot run on this machine
     */
    public static void load() {
        // Running the static initialiser is all.
    }
}
