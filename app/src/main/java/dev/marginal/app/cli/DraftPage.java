package dev.marginal.app.cli;

import dev.marginal.scenarios.drafting.ColumnGuess;
import dev.marginal.scenarios.drafting.Draft;
import dev.marginal.scenarios.drafting.Role;
import java.util.ArrayList;
import java.util.List;

/** What was guessed, and why. */
record DraftPage(Draft draft) {
    private static final int TOLD = 12;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %,d rows to learn from; %s: %,d customers to plan for"
                        .formatted(
                                draft.history(),
                                draft.historyRows(),
                                draft.audience(),
                                draft.audienceRows()));
        lines.add("");
        one(Role.CUSTOMER, "customer", lines);
        one(Role.TREATMENT, "treatment", lines);
        lines.add(line("control", draft.guess().control(), "the rows that got nothing"));
        one(Role.OUTCOME, "outcome", lines);
        one(Role.PROPENSITY, "propensity", lines);
        one(Role.COST, "cost", lines);
        one(Role.TIME, "time", lines);
        one(Role.WEIGHT, "weight", lines);
        lines.add("  %-11s %s".formatted("features", features()));
        left(lines);
        if (!draft.doubts().isEmpty()) {
            lines.add("");
            lines.add("Have a look at");
            draft.doubts().forEach(doubt -> lines.add("  - " + doubt));
        }
        return String.join("\n", lines);
    }

    private void one(Role role, String key, List<String> lines) {
        draft.guess().all(role).forEach(found -> lines.add(line(key, found.column(), found.why())));
    }

    private String features() {
        List<String> names = draft.guess().features().stream().map(ColumnGuess::column).toList();
        String told = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
        return "%,d: %s%s".formatted(names.size(), told, names.size() > TOLD ? ", …" : "");
    }

    private void left(List<String> lines) {
        List<ColumnGuess> out = draft.guess().all(Role.LEFT_OUT);
        for (int i = 0; i < Math.min(TOLD, out.size()); i++) {
            lines.add(line(i == 0 ? "left out" : "", out.get(i).column(), out.get(i).why()));
        }
        if (out.size() > TOLD) {
            lines.add("  %-11s and %,d more".formatted("", out.size() - TOLD));
        }
    }

    private static String line(String key, String value, String why) {
        return "  %-11s %-20s %s".formatted(key, value, why).stripTrailing();
    }
}
