package dev.marginal.value.log;

import dev.marginal.value.log.LogSettings.Refunds;
import java.util.ArrayList;
import java.util.List;

/** What a log of purchases held, and what of it is not used, in words. */
public record LogSentences(LogTally tally, LogSettings settings) {
    /** One fact each, without a full stop. */
    public List<String> all() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "%,d rows of %,d customers, %s to %s; purchases of a customer on one day count as one"
                        .formatted(
                                tally.rows(),
                                tally.customers(),
                                tally.firstDay(),
                                tally.lastDay()));
        if (tally.namelessRows() > 0) {
            sentences.add(
                    "%,d rows without a customer are left out, %,.2f in all"
                            .formatted(tally.namelessRows(), tally.namelessAmount()));
        }
        if (tally.refundRows() > 0) {
            String what =
                    settings.refunds() == Refunds.NETTED
                            ? "are taken off the days they stand on"
                            : "are left out";
            sentences.add(
                    "%,d rows below zero %s, %,.2f in all"
                            .formatted(tally.refundRows(), what, tally.refundAmount()));
        }
        if (tally.freeRows() > 0) {
            sentences.add("%,d rows of zero count as purchases".formatted(tally.freeRows()));
        }
        return sentences;
    }
}
