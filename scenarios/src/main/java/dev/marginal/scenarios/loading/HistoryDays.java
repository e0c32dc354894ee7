package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.folds.Folds;
import java.util.Arrays;
import java.util.Optional;

/** Whether the days of a history can be cut into the blocks that cross-fitting holds out. */
final class HistoryDays {
    private static final int BLOCKS = LearnerSettings.defaults().folds();
    private static final String ADVICE = "Maybe leave history.time out.";

    private HistoryDays() {}

    /**
     * Checks the days.
     *
     * @throws BadInput if there are fewer than blocks, or a block's models would lack an arm
     */
    static void requireBlocks(CampaignFile file, CampaignHistory history) {
        long days = Arrays.stream(history.period().orElseThrow()).distinct().count();
        if (days < BLOCKS) {
            String expectation =
                    "must have at least %d different days, but has %d".formatted(BLOCKS, days);
            throw wrong(file, expectation);
        }
        Folds folds = Folds.of(history, BLOCKS, 0);
        for (int block = 0; block < BLOCKS; block++) {
            Optional<String> lacking = folds.armLacking(block);
            if (lacking.isPresent()) {
                throw wrong(
                        file,
                        "cannot be cut into %d blocks: arm '%s' has no customer outside block %d"
                                .formatted(BLOCKS, lacking.get(), block + 1));
            }
        }
    }

    private static BadInput wrong(CampaignFile file, String expectation) {
        return new BadInput(
                new Problem(
                        file.history().source().name(),
                        0,
                        "column",
                        file.history().time().orElseThrow(),
                        expectation,
                        ADVICE));
    }
}
