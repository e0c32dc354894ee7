package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Limits;
import dev.marginal.scenarios.handover.PlanFacts;

/** Files of e-mail addresses, of one offer and few rows each. */
abstract class EmailFiles implements Exporter {
    @Override
    public final Limits limits(HandOverSettings settings) {
        return new Limits(settings.rowsPerFile(), Long.MAX_VALUE, true, false);
    }

    @Override
    public final boolean needsAddress() {
        return true;
    }

    /** An apostrophe before an address would be another address. */
    @Override
    public final boolean takes(String address, HandOverSettings settings) {
        return address.indexOf('@') > 0
                && !(settings.spreadsheetSafe() && CsvText.beginsLikeFormula(address));
    }

    @Override
    public final String fileName(PlanFacts plan, Chunk chunk) {
        return FileWords.numbered(plan, target(), chunk, ".csv");
    }
}
