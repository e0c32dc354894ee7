package dev.marginal.benchmarks.reports;

import dev.marginal.benchmarks.processes.Options;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a run of the real command is given.
 *
 * @param options of the run
 * @param checkout whose {@code ./marginal} is run
 * @param result where figures go
 * @param progress told how far it is
 */
public record Assignment(
        Options options, Path checkout, ResultFile result, Consumer<String> progress) {}
