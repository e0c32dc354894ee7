package dev.marginal.app.cli;

import dev.marginal.value.log.LogSentences;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.LogTally;
import java.util.List;
import java.util.stream.IntStream;

/** What a log of purchases held, and what of it is not used, as lines of a page. */
record LogWords(LogTally tally, LogSettings settings) {
    List<String> lines() {
        List<String> told = new LogSentences(tally, settings).all();
        return IntStream.range(0, told.size())
                .mapToObj(line -> "%-13s%s".formatted(line == 0 ? "Log" : "", told.get(line)))
                .toList();
    }
}
