package dev.marginal.benchmarks.killing;

import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the rounds came to, a column for each store. */
record KillTable(Map<String, Tally> tallies) {
    static final String REMARKS =
            """
            A house of two campaigns that share contact caps, with budgets for their whole flights. Each round starts the real command
            `nightly` (some rounds twice in a row, some two processes at once, for the same or for different campaigns), kills it with SIGKILL,
            and checks from outside, by SQL over files and tables, all plans and the whole log added up. Half of the kills fall evenly over
            a run's usual time, half right after an attempt came to a drawn state. Five rounds make a date; some change an input and
            supersede, some dates are planned before yesterday's log is there; imports of the log are killed as well.

            """;

    @Override
    public String toString() {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(tallies.keySet());
        MarkdownTable table = new MarkdownTable(1, head.toArray(String[]::new));
        row(table, "rounds", tally -> tally.counted("rounds"));
        row(table, "nights killed", Tally::kills);
        for (String state : Tally.STATES) {
            row(table, "… while " + words(state), tally -> tally.kills(state));
        }
        for (String count :
                List.of(
                        "imports killed",
                        "imports too quick to kill",
                        "pairs of the same campaigns",
                        "pairs of different campaigns",
                        "changed inputs",
                        "ended by themselves with 0",
                        "ended by themselves with 6",
                        "reruns to the end",
                        "checks of everything",
                        "audits",
                        "leftovers in the store, at most",
                        "leftovers in the store after a rerun, at most",
                        "leftovers in the temporary folder, at most",
                        "leftovers in the temporary folder after a rerun, at most")) {
            row(table, count, tally -> tally.counted(count));
        }
        row(table, "**promises broken**", tally -> tally.broken().size());
        StringBuilder text = new StringBuilder(table.toString());
        tallies.forEach(
                (store, tally) ->
                        tally.broken()
                                .forEach(
                                        line -> text.append("\n- " + store + ", " + line.strip())));
        return REMARKS + text;
    }

    private void row(MarkdownTable table, String name, ToIntFunction<Tally> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        tallies.values().forEach(tally -> cells.add(figure.applyAsInt(tally) + ""));
        table.row(cells.toArray(String[]::new));
    }

    private static String words(String state) {
        return switch (state) {
            case "before" -> "nothing was in hand";
            case "publishing" ->
                    "publishing: one plan published and the other not, or not in its place";
            case "after" -> "all was published, but the process not yet gone";
            default -> state;
        };
    }
}
