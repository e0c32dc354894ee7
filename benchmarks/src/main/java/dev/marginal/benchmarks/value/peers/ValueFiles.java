package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.value.LogFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What all contestants read of one log, and where each leaves what it found.
 *
 * @param folder {@code log.csv}; {@code split.tsv} with {@code until} and {@code horizon} in days;
 *     a folder per fitter
 */
record ValueFiles(Path folder) {
    LogFile log() {
        return new LogFile(folder.resolve("log.csv"));
    }

    Facts split() {
        return new Facts(folder.resolve("split.tsv"));
    }

    Path of(Fitter fitter) {
        return folder.resolve(fitter.word());
    }

    /** What a fitter took and found; there once it is complete. */
    Facts facts(Fitter fitter) {
        return new Facts(of(fitter).resolve("facts.tsv"));
    }

    boolean isComplete(Fitter fitter) {
        return Files.exists(facts(fitter).file());
    }

    /** A column of a fitter, a number for every customer in the order of their ids. */
    Path column(Fitter fitter, String name) {
        return of(fitter).resolve(name + ".f64");
    }

    /** Why a fitter was given up. */
    Facts trouble(Fitter fitter) {
        return new Facts(of(fitter).resolve("trouble.tsv"));
    }
}
