package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.Loader;

/** Loads the native libraries, once, before any class of OR-Tools is touched. */
final class Natives {
    static {
        Loader.loadNativeLibraries();
    }

    private Natives() {}

    static void load() {
        // Running the static initialiser is all.
    }
}
