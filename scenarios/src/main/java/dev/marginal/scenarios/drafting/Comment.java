package dev.marginal.scenarios.drafting;

/** Comments of a draft; one with a doubt begins with {@code (?)}. */
final class Comment {
    private static final String ASIDE = "%-34s # %s";

    private Comment() {}

    /** A line with a comment beside it. */
    static String on(String line, String comment) {
        return comment.isEmpty() ? line : ASIDE.formatted(line, Yaml.comment(comment));
    }

    /** A key with what was picked for it. */
    static String on(String key, Pick pick) {
        return on(key + Yaml.comment(pick.value()), told(pick.doubt(), pick.why()));
    }

    /** Why a column is taken for what it is. */
    static String of(ColumnGuess column) {
        return told(column.doubt(), column.why());
    }

    private static String told(String doubt, String why) {
        if (doubt.isEmpty()) {
            return why;
        }
        return "(?) " + doubt + (why.isEmpty() ? "" : "; " + why);
    }
}
