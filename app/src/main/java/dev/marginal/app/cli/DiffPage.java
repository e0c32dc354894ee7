package dev.marginal.app.cli;

import dev.marginal.scenarios.audit.PlanDifference;
import dev.marginal.scenarios.audit.PlanDifference.Move;
import dev.marginal.scenarios.audit.PlanDifference.Segment;
import dev.marginal.scenarios.audit.PlanDifference.Side;
import java.util.ArrayList;
import java.util.List;

/** What one plan has more than another, for people. */
record DiffPage(PlanDifference difference) {
    private static final int MOST_MOVES = 12;
    private static final int MOST_SEGMENTS = 24;
    private static final String TOTALS = "  %-26s %16s %16s %16s";

    String text() {
        Side before = difference.before();
        Side now = difference.now();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%s → %s".formatted(before.folder(), now.folder()));
        if (difference.isNone()) {
            lines.add("");
            lines.add("Nothing differs: the same sends, values and costs, from the same inputs.");
            return String.join("\n", lines);
        }
        lines.add("");
        lines.add("%-28s %16s %16s %16s".formatted("Totals", "before", "now", "difference"));
        lines.add(count("customers", before.customers(), now.customers()));
        lines.add(count("sends", before.sends(), now.sends()));
        lines.add(money("spend, " + now.currency(), before.spend(), now.spend()));
        if (before.coFunding() != 0 || now.coFunding() != 0) {
            lines.add(money("co-funding, " + now.currency(), before.coFunding(), now.coFunding()));
        }
        lines.add(money("model's value", before.value(), now.value()));
        if (counts(before) || counts(now)) {
            lines.add(money("  window's GMV", window(before), window(now)));
            lines.add(future(before, now));
        }
        lines.add(money("measured GMV", before.measured(), now.measured()));
        lines.add(
                TOTALS.formatted("  95 % interval", interval(before), interval(now), "")
                        .stripTrailing());
        parts(lines);
        segments(lines);
        moves(lines);
        limits(lines);
        inputs(lines);
        return String.join("\n", lines);
    }

    private static String count(String name, long before, long now) {
        return TOTALS.formatted(
                name,
                "%,d".formatted(before),
                "%,d".formatted(now),
                "%+,d".formatted(now - before));
    }

    private static String money(String name, double before, double now) {
        return TOTALS.formatted(
                name, "%,.2f".formatted(before), "%,.2f".formatted(now), signed(now - before));
    }

    /** With its sign; what rounds to nothing is told as no less than nothing. */
    private static String signed(double amount) {
        String text = "%+,.2f".formatted(amount);
        return text.equals("-0.00") ? "+0.00" : text;
    }

    private static double window(Side side) {
        return side.value() - (counts(side) ? side.future() : 0);
    }

    /** A plan that did not count it is not known to bring none. */
    private static String future(Side before, Side now) {
        return counts(before) && counts(now)
                ? money("  future value", before.future(), now.future())
                : TOTALS.formatted("  future value", counted(before), counted(now), "")
                        .stripTrailing();
    }

    private static String counted(Side side) {
        return counts(side) ? "%,.2f".formatted(side.future()) : "not counted";
    }

    private static boolean counts(Side side) {
        return !Double.isNaN(side.future());
    }

    private static String interval(Side side) {
        return "%,.0f to %,.0f".formatted(side.low(), side.high());
    }

    private void parts(List<String> lines) {
        if (difference.offers().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Sends by channel and offer");
        difference.channels().forEach(part -> lines.add(part("channel " + part.name(), part)));
        difference.offers().forEach(part -> lines.add(part(part.name(), part)));
    }

    private static String part(String name, PlanDifference.Part part) {
        return "%s   value %s   spend %s"
                .formatted(
                        count(name, part.sendsBefore(), part.sends()),
                        signed(part.value()),
                        signed(part.spend()));
    }

    private void segments(List<String> lines) {
        if (difference.segments().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Sends by segment");
        for (Segment segment : difference.segments().stream().limit(MOST_SEGMENTS).toList()) {
            String word = segment.word().isEmpty() ? "(missing)" : segment.word();
            lines.add(
                    count(
                            "%s, %s %s".formatted(segment.channel(), segment.column(), word),
                            segment.sendsBefore(),
                            segment.sends()));
        }
        more(difference.segments().size() - MOST_SEGMENTS, lines);
    }

    private void moves(List<String> lines) {
        if (difference.moves().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Who moves");
        for (Move move : difference.moves().stream().limit(MOST_MOVES).toList()) {
            lines.add(
                    "  %,7d %-9s  %-44s %12s  spend %s"
                            .formatted(
                                    move.customers(),
                                    move.customers() == 1 ? "customer" : "customers",
                                    move.from() + " → " + move.to(),
                                    signed(move.value()),
                                    signed(move.spend())));
            lines.add(" ".repeat(21) + move.why());
        }
        more(difference.moves().size() - MOST_MOVES, lines);
    }

    private void limits(List<String> lines) {
        if (difference.limits().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("What binds");
        difference
                .limits()
                .forEach(limit -> lines.add("  %-26s %s".formatted(limit.limit(), limit.change())));
    }

    private void inputs(List<String> lines) {
        lines.add("");
        if (difference.inputs().isEmpty()) {
            lines.add("Inputs: the same");
            return;
        }
        lines.add("Inputs that differ");
        difference
                .inputs()
                .forEach(input -> lines.add("  %-26s %s".formatted(input.input(), input.change())));
    }

    private static void more(int others, List<String> lines) {
        if (others > 0) {
            lines.add("  and %,d more: --json tells all".formatted(others));
        }
    }
}
