package dev.marginal.app.cli;

import dev.marginal.app.answers.ValueScoreJson;
import dev.marginal.app.answers.ValueScoreJson.Move;
import dev.marginal.app.answers.ValueScoreJson.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scored customers on one screen: sums, never a customer. */
record ValueScorePage(ValueScoreJson told) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%,d customers on %s: %,.0f purchases and a value of %,.2f expected within %.1f %ss%s"
                        .formatted(
                                told.customers(),
                                told.day(),
                                told.purchases(),
                                told.value(),
                                told.horizon(),
                                told.unit(),
                                told.yearlyDiscount() == 0
                                        ? ""
                                        : ", discounted by %.1f %% a year"
                                                .formatted(told.yearlyDiscount() * 100)));
        if (told.modelUntil().compareTo(told.day()) > 0) {
            lines.add(
                    "The model knows the time until %s, which is after that day: do not judge it by this."
                            .formatted(told.modelUntil()));
        }
        if (told.finding() != null) {
            lines.add("Boosted: " + told.finding());
        }
        lines.addAll(standings("Stage", told.stages()));
        lines.addAll(standings("RFM segment", told.segments()));
        if (told.since() != null) {
            lines.addAll(moves());
        }
        lines.addAll(sources());
        lines.add("");
        lines.add(
                (told.written() ? "Scores: %s" : "Nothing was written; %s would hold the scores")
                        .formatted(told.file()));
        return String.join("\n", lines);
    }

    /** Columns that come from the same stand in one line. */
    private List<String> sources() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        told.sources()
                .forEach(
                        (column, sources) ->
                                columns.computeIfAbsent(
                                                String.join(", ", sources),
                                                unheard -> new ArrayList<>())
                                        .add(column));
        List<String> lines = new ArrayList<>(List.of("", "Columns by what tells them"));
        columns.forEach(
                (sources, names) ->
                        lines.add("  %-24s %s".formatted(sources, String.join(", ", names))));
        return lines;
    }

    private List<String> standings(String title, List<Standing> standings) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%-22s %12s %8s %16s".formatted(title, "customers", "share", "value"));
        for (Standing standing : standings) {
            lines.add(
                    "  %-20s %,12d %7.1f%% %,16.2f"
                            .formatted(
                                    standing.name(),
                                    standing.customers(),
                                    100. * standing.customers() / told.customers(),
                                    standing.value()));
        }
        return lines;
    }

    private List<String> moves() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        StringBuilder head =
                new StringBuilder(
                        "%-22s %12s".formatted("Since " + told.since().day(), "customers"));
        told.stages().forEach(stage -> head.append(" %9s".formatted(stage.name())));
        lines.add(head.toString());
        for (Move move : told.since().moves()) {
            StringBuilder line =
                    new StringBuilder("  %-20s %,12d".formatted(move.from(), move.customers()));
            move.to()
                    .values()
                    .forEach(
                            count ->
                                    line.append(
                                            " %8.1f%%".formatted(100. * count / move.customers())));
            lines.add(line.toString());
        }
        return lines;
    }
}
