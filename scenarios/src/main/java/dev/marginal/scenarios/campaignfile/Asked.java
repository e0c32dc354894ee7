package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.AudienceWords;
import java.util.ArrayList;
import java.util.List;

/** Collects what rules and offers say about columns of the audience. */
final class Asked {
    private final List<AudienceWords.Column> columns = new ArrayList<>();
    private final List<AudienceWords.Condition> conditions = new ArrayList<>();

    void add(AudienceWords.Column column) {
        columns.add(column);
    }

    void add(AudienceWords.Condition condition) {
        conditions.add(condition);
    }

    AudienceWords words() {
        return new AudienceWords(columns, conditions);
    }
}
